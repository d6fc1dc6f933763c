"""What JioNLP takes for the sums of money and the times of a Chinese text: `python3 peers.py PACKAGES TEXT`."""

import sys
import time

sys.path.insert(0, sys.argv[1])
import jionlp  # noqa: E402

with open(sys.argv[2], encoding="utf-8") as file:
    text = file.read()


def find():
    return jionlp.ner.extract_money(text) + jionlp.ner.extract_time(text)


found = len(find())
shortest = float("inf")
begun = time.perf_counter()
while shortest == float("inf") or time.perf_counter() - begun < 1:
    start = time.perf_counter()
    find()
    shortest = min(shortest, time.perf_counter() - start)
print("peer", "JioNLP, money and times", len(text.encode()), shortest, found, sep="\t")
