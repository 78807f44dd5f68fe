from app import run

print(run(3))
