#include <cstdint>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

struct Value;
using List = std::vector<Value>;
using Dict = std::unordered_map<std::string, Value>;
struct Value {
    std::variant<std::nullptr_t, bool, int64_t, double, std::string, List, Dict> v;
};

static size_t skip(const std::string &text, size_t i) {
    while (i < text.size() && (text[i] == ' ' || text[i] == '\n')) i++;
    return i;
}

static std::string parse_string(const std::string &text, size_t &i) {
    size_t start = ++i;
    while (text.at(i) != '"') i++;
    return text.substr(start, i++ - start);
}

static Value parse_number(const std::string &text, size_t &i) {
    size_t start = i;
    while (i < text.size() && std::string_view("-0123456789.").find(text[i]) != std::string_view::npos) i++;
    std::string word = text.substr(start, i - start);
    if (word.find('.') != std::string::npos) return {std::stod(word)};
    return {(int64_t)std::stol(word)};
}

static Value parse(const std::string &text, size_t &i) {
    i = skip(text, i);
    char c = text.at(i);
    if (c == '{') {
        Dict result;
        i = skip(text, i + 1);
        while (text.at(i) != '}') {
            std::string key = parse_string(text, i);
            i = skip(text, i);
            if (text.at(i) != ':') throw std::runtime_error("':' expected");
            i++;
            result.insert_or_assign(std::move(key), parse(text, i));
            i = skip(text, i);
            if (text.at(i) == ',') i = skip(text, i + 1);
        }
        i++;
        return {std::move(result)};
    }
    if (c == '[') {
        List items;
        i = skip(text, i + 1);
        while (text.at(i) != ']') {
            items.push_back(parse(text, i));
            i = skip(text, i);
            if (text.at(i) == ',') i = skip(text, i + 1);
        }
        i++;
        return {std::move(items)};
    }
    if (c == '"') return {parse_string(text, i)};
    if (text.compare(i, 4, "true") == 0) return i += 4, Value{true};
    if (text.compare(i, 5, "false") == 0) return i += 5, Value{false};
    if (text.compare(i, 4, "null") == 0) return i += 4, Value{nullptr};
    return parse_number(text, i);
}

static void measure(const Value &value, long &count, double &total) {
    count++;
    if (auto dict = std::get_if<Dict>(&value.v))
        for (const auto &item : *dict) measure(item.second, count, total);
    else if (auto list = std::get_if<List>(&value.v))
        for (const Value &item : *list) measure(item, count, total);
    else if (auto text = std::get_if<std::string>(&value.v))
        total += text->size();
    else if (auto i = std::get_if<int64_t>(&value.v))
        total += *i;
    else if (auto x = std::get_if<double>(&value.v))
        total += *x;
}

int main() {
    std::ios::sync_with_stdio(false);
    std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    size_t end = 0;
    Value data = parse(text, end);
    long count = 0;
    double total = 0;
    measure(data, count, total);
    printf("%zu %ld %.3f\n", end, count, total);
}
