#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

static std::string join(const std::string &separator, const std::vector<std::string> &parts) {
    std::string result;
    for (size_t i = 0; i < parts.size(); i++) {
        if (i) result += separator;
        result += parts[i];
    }
    return result;
}

static std::string replace(const std::string &text, const std::string &from, const std::string &to) {
    std::string result;
    size_t start = 0, at;
    while ((at = text.find(from, start)) != std::string::npos) {
        result.append(text, start, at - start);
        result += to;
        start = at + from.size();
    }
    return result.append(text, start);
}

static std::vector<std::string> split(const std::string &text, const std::string &separator) {
    std::vector<std::string> result;
    size_t start = 0, at;
    while ((at = text.find(separator, start)) != std::string::npos) {
        result.push_back(text.substr(start, at - start));
        start = at + separator.size();
    }
    result.push_back(text.substr(start));
    return result;
}

static std::string last(const std::string &text, size_t n) { return text.size() < n ? text : text.substr(text.size() - n); }

int main(int, char **argv) {
    long n = atol(argv[1]);
    std::string text;
    for (long i = 0; i < n; i++) text += char('a' + i % 26);
    printf("%zu %s\n", text.size(), text.substr(0, 30).c_str());
    std::vector<std::string> parts;
    for (long i = 0; i < n; i++) parts.push_back(std::to_string(i) + ":" + text[i]);
    std::string joined = join(",", parts);
    printf("%zu %s\n", joined.size(), last(joined, 20).c_str());
    std::string upper = replace(joined, ",", "; ");
    for (char &c : upper) c = toupper(c);
    printf("%zu %s %zu\n", upper.size(), last(upper, 20).c_str(), (size_t)std::count(upper.begin(), upper.end(), 'A'));
    std::vector<std::string> fields = split(upper, "; ");
    size_t total = 0;
    for (const std::string &field : fields) total += field.size();
    printf("%zu %zu\n", fields.size(), total);
    long vowels = 0;
    for (char c : upper)
        if (std::string_view("AEIOU").find(c) != std::string_view::npos) vowels++;
    printf("%ld %s\n", vowels, std::string(text.rbegin(), text.rend()).substr(0, 10).c_str());
    std::vector<std::string> lines;
    for (long i = 0; i < n / 4; i++) {
        char buffer[64];
        snprintf(buffer, sizeof buffer, "%06ld %-8s|", i, text.substr(i % 20, 5).c_str());
        lines.push_back(buffer);
    }
    printf("%zu %s\n", join("\n", lines).size(), lines.back().c_str());
}
