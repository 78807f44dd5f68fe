print("second runs")
name = "second"
