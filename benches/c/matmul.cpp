#include <cstdio>
#include <cstdlib>
#include <vector>

using Matrix = std::vector<std::vector<double>>;

static Matrix matrix(int n, double seed) {
    Matrix result(n, std::vector<double>(n));
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) result[i][j] = seed * (i - j) * (i + j) / n;
    return result;
}

static Matrix multiply(const Matrix &a, const Matrix &b) {
    size_t n = a.size(), m = b[0].size();
    Matrix result(n, std::vector<double>(m));
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < m; j++) {
            double total = 0;
            for (size_t k = 0; k < b.size(); k++) total += a[i][k] * b[k][j];
            result[i][j] = total;
        }
    return result;
}

int main(int, char **argv) {
    int n = atoi(argv[1]);
    Matrix c = multiply(matrix(n, 1.0), matrix(n, 2.0));
    double total = 0;
    for (const auto &row : c) {
        double sum = 0;
        for (double x : row) sum += x;
        total += sum;
    }
    printf("%.3f %.3f\n", c[n / 2][n / 2], total);
}
