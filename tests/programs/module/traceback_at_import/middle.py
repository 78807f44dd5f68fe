import bottom
