x = 0; y = 1 // 1; print(y); z = 1 // x; print(z)
