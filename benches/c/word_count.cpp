#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::unordered_map<std::string, long> counts;
    std::string word;
    while (std::cin >> word) counts[word]++;
    std::vector<std::pair<std::string, long>> ranking(counts.begin(), counts.end());
    std::sort(ranking.begin(), ranking.end(), [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    for (size_t i = 0; i < 10 && i < ranking.size(); i++)
        printf("%-12s %8ld\n", ranking[i].first.c_str(), ranking[i].second);
    long total = 0;
    for (const auto &item : counts) total += item.second;
    printf("%zu %ld\n", counts.size(), total);
}
