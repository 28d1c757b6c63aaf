"""Which articles are near enough to count: every pair in a small collection, in a large one those that an index proposes.

Up to EXACT articles every pair is compared. Beyond that a pair is compared where an approximate-nearest-neighbour index puts the one among
the nearest of the other by meaning (HNSW: Malkov and Yashunin, IEEE TPAMI 42, 2020; faiss), or where both share leading terms that few
articles lead with. So time and memory grow with the number of articles, not with its square. One thread and one order of adding: the same
articles have the same neighbours in every run.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from scipy import sparse

from crosswire.group.similarities import BLOCK, Matrix, Positions, Similarities, Vectors

FLOOR = 0.1  # pairs less alike count as not alike at all: far below what makes a story, and most pairs there are
EXACT = 4096
NEAREST = 24  # by meaning
LEADING = 16  # an article's weightiest terms, by which it is found
SHARED = 2
POSTINGS = 128  # a term that more articles lead with finds nobody: the index does
INDEX = "RR128,HNSW16_SQ8"  # turned to 128 numbers, a byte each
BREADTH = 40  # how many the index keeps in view while it adds and searches
GUIDES = 256
SAMPLE = 65536  # vectors from which the index learns the range of its bytes
CHUNK = 1 << 12
PAIRS = 1 << 10  # compared at a time: what they take lies in the cache


def find_pairs(similarities: Similarities) -> sparse.csr_array:
    """How alike the pairs are that reach FLOOR, as a symmetric table without a diagonal."""
    count = len(similarities.days)
    if count <= EXACT:
        return _mirror([_compare_block(similarities, rows) for rows in _cut(np.arange(count), BLOCK)], count)
    return _mirror([_compare_candidates(similarities, *found) for found in find_candidates(similarities)], count)


def find_candidates(similarities: Similarities) -> Iterator[tuple[Positions, Positions]]:
    """For one block of articles after the other the pairs that the index or shared leading terms propose; a few come in two blocks."""
    count = len(similarities.days)
    order = _sort_by_meaning(similarities.vectors)
    index = _fill_index(similarities.vectors, order)
    tables = [similarities.terms.rows, *([] if similarities.folded is None else [similarities.folded])]
    shelves = [(leading, sparse.csr_array(leading.T)) for leading in map(_keep_leading, tables)]
    for block in _cut(order, CHUNK):
        nearest = index.search(similarities.vectors[block], NEAREST + 1)[1]
        found = [_encode(np.repeat(block, NEAREST + 1), np.where(nearest < 0, -1, order[nearest]).ravel(), count)]
        found += [_encode(*_share_terms(leading, holders, block), count) for leading, holders in shelves]
        codes = np.unique(np.concatenate(found))
        yield codes // count, codes % count


def _sort_by_meaning(vectors: Vectors) -> Positions:
    """An order in which articles of like meaning stand together: what is asked of the index one after the other then lies in the cache."""
    guides = vectors[:: max(1, len(vectors) // GUIDES)].T
    nearest = [(vectors[rows] @ guides).argmax(axis=1) for rows in _cut(np.arange(len(vectors)), CHUNK)]
    return np.argsort(np.concatenate(nearest), kind="stable")


def _fill_index(vectors: Vectors, order: Positions) -> Any:
    import faiss

    faiss.omp_set_num_threads(1)
    index: Any = faiss.index_factory(vectors.shape[1], INDEX, faiss.METRIC_INNER_PRODUCT)
    graph: Any = faiss.downcast_index(index.index)
    graph.hnsw.efConstruction = graph.hnsw.efSearch = BREADTH
    index.train(vectors[:: max(1, len(vectors) // SAMPLE)])
    for rows in _cut(order, CHUNK):
        index.add(vectors[rows])
    return index


def _share_terms(leading: sparse.csr_array, holders: sparse.csr_array, block: Positions) -> tuple[Positions, Positions]:
    """The articles of a block and the later ones that have SHARED of their leading terms."""
    together = leading[block] @ holders
    ones = np.repeat(block, np.diff(together.indptr))
    enough = (together.data >= SHARED) & (together.indices > ones)
    return ones[enough], together.indices[enough]


def _keep_leading(rows: sparse.csr_array) -> sparse.csr_array:
    """A one for each of an article's LEADING terms, without those that more than POSTINGS articles lead with."""
    kept = np.concatenate([_find_leading(rows, block[0], block[-1] + 1) for block in _cut(np.arange(rows.shape[0]), CHUNK)])
    kept = kept[np.bincount(rows.indices[kept], minlength=rows.shape[1])[rows.indices[kept]] <= POSTINGS]
    pointers = np.searchsorted(kept, rows.indptr)
    return sparse.csr_array((np.ones(len(kept), dtype=np.int16), rows.indices[kept], pointers), shape=rows.shape)


def _find_leading(rows: sparse.csr_array, first: int, last: int) -> Positions:
    """Where in the table the weightiest terms of some articles stand."""
    start, end = rows.indptr[first], rows.indptr[last]
    counts = np.diff(rows.indptr[first : last + 1])
    holders = np.repeat(np.arange(len(counts)), counts)
    order = np.lexsort((rows.indices[start:end], -rows.data[start:end], holders))
    ranks = np.arange(len(order)) - np.repeat(rows.indptr[first:last] - start, counts)
    return np.asarray(np.sort(order[ranks < LEADING]) + start, dtype=np.intp)


def _encode(ones: Positions, others: Positions, count: int) -> Positions:
    """Pairs of two different articles as one number each, the same whichever comes first."""
    real = (others >= 0) & (ones != others)
    ones, others = ones[real].astype(np.int64), others[real].astype(np.int64)
    return np.minimum(ones, others) * count + np.maximum(ones, others)


def _compare_block(similarities: Similarities, rows: Positions) -> sparse.coo_array:
    alike = similarities.compare(rows)
    alike[np.arange(len(rows)), rows] = 0
    ones, others = np.nonzero(alike >= FLOOR)
    return _tabulate(alike[ones, others], rows[ones], others, len(similarities.days))


def _compare_candidates(similarities: Similarities, ones: Positions, others: Positions) -> sparse.coo_array:
    alike = np.concatenate([similarities.compare_pairs(ones[cut], others[cut]) for cut in _cut(np.arange(len(ones)), PAIRS)])
    near = alike >= FLOOR
    return _tabulate(alike[near], ones[near], others[near], len(similarities.days))


def _tabulate(alike: Matrix, ones: Positions, others: Positions, count: int) -> sparse.coo_array:
    return sparse.coo_array((alike, (ones.astype(np.int32), others.astype(np.int32))), shape=(count, count))


def _mirror(tables: Sequence[sparse.coo_array], count: int) -> sparse.csr_array:
    """All pairs in both directions; one that was found several times counts once."""
    ones, others = (np.concatenate([getattr(table, side) for table in tables]) for side in ("row", "col"))
    places = (np.concatenate([ones, others]), np.concatenate([others, ones]))
    alike = np.concatenate([table.data for table in tables])
    sums = sparse.csr_array((np.concatenate([alike, alike]), places), shape=(count, count))
    times = sparse.csr_array((np.ones(2 * len(alike), dtype=np.int8), places), shape=(count, count))
    return sparse.csr_array((sums.data / times.data, sums.indices, sums.indptr), shape=(count, count))


def _cut(positions: Positions, size: int) -> list[Positions]:
    return [positions[i : i + size] for i in range(0, len(positions), size)]
