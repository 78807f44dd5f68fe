# Letters of many alphabets in identifiers.
é = 1
straße = 2
λ = 3
жук = 4
名前 = 5
print(é, straße, λ, жук, 名前)
