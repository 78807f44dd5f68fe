#include <cstdio>
#include <cstdlib>
#include <string>

static std::string letters(size_t n) {
    std::string text;
    for (size_t i = 0; i < n; i++) text += char('a' + i % 26);
    return text;
}

static std::string numbers(size_t n) {
    std::string text;
    for (size_t i = 0; text.size() < n; i++) {
        text += std::to_string(i);
        text += ",";
    }
    return text;
}

static std::string last(const std::string &text) { return text.substr(text.size() < 10 ? 0 : text.size() - 10); }

int main(int, char **argv) {
    size_t n = atol(argv[1]), total = 0;
    for (int k = 0; k < 20; k++) total += letters(n + k).size() + numbers(n + k).size();
    printf("%zu %s %s\n", total, last(letters(n)).c_str(), last(numbers(n)).c_str());
}
