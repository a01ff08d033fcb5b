"""Measurements of Jumelage: what it reads, matches and serves, and how fast. Run as `python -m benchmarks.reader` …"""
