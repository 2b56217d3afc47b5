// The least a dynamically linked C++ program can cost: the yardstick of the benchmark.
int main() { return 0; }
