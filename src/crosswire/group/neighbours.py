"""Which articles are near enough to count: every pair in a small collection, in a large one those that an index proposes.

Up to EXACT articles every pair is compared. Beyond that a pair is compared where an approximate-nearest-neighbour index puts the one among
the nearest of the other by meaning (HNSW: Malkov and Yashunin, IEEE TPAMI 42, 2020; faiss), or where both share leading terms that few
articles lead with. So time and memory grow with the number of articles, not with its square. One thread and one order of adding: the same
articles have the same neighbours in every run.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from scipy import sparse

from crosswire.group.similarities import BLOCK, Matrix, Positions, Similarities

FLOOR = 0.1  # pairs less alike count as not alike at all: far below what makes a story, and most pairs there are
EXACT = 4096
NEAREST = 32  # by meaning
LEADING = 16  # an article's weightiest terms, by which it is found
SHARED = 2
POSTINGS = 256  # a term that more articles lead with finds nobody: the index does
INDEX = "RR128,HNSW16_SQ8"  # turned to 128 numbers, a byte each
BREADTH = 48  # how many the index keeps in view while it adds and searches
SAMPLE = 65536  # vectors from which the index learns the range of its bytes
CHUNK = 1 << 14


def find_pairs(similarities: Similarities) -> sparse.csr_array:
    """How alike the pairs are that reach FLOOR, as a symmetric table without a diagonal."""
    count = len(similarities.days)
    if count <= EXACT:
        return _mirror(sparse.vstack([_compare_block(similarities, rows) for rows in _cut(np.arange(count), BLOCK)], format="coo"))
    ones, others = find_candidates(similarities)
    alike = np.concatenate([similarities.compare_pairs(ones[cut], others[cut]) for cut in _cut(np.arange(len(ones)), CHUNK)])
    near = alike >= FLOOR
    return _mirror(sparse.coo_array((alike[near], (ones[near], others[near])), shape=(count, count)))


def find_candidates(similarities: Similarities) -> tuple[Positions, Positions]:
    """The pairs that the index or shared leading terms propose, each once, the earlier article first."""
    count = len(similarities.days)
    tables = [similarities.terms.rows, *([] if similarities.folded is None else [similarities.folded])]
    found = [*_search_meaning(similarities.vectors), *(codes for rows in tables for codes in _search_terms(rows))]
    codes = np.unique(np.concatenate(found))
    return codes // count, codes % count


def _search_meaning(vectors: Matrix) -> Iterator[Positions]:
    """For blocks of articles the codes of the pairs with their nearest by meaning."""
    index = _fill_index(vectors)
    for rows in _cut(np.arange(len(vectors)), CHUNK):
        nearest = index.search(vectors[rows], NEAREST + 1)[1]
        yield _encode(np.repeat(rows, NEAREST + 1), nearest.ravel(), len(vectors))


def _fill_index(vectors: Matrix) -> Any:
    import faiss

    faiss.omp_set_num_threads(1)
    index = faiss.index_factory(vectors.shape[1], INDEX, faiss.METRIC_INNER_PRODUCT)
    graph = faiss.downcast_index(index.index).hnsw
    graph.efConstruction = graph.efSearch = BREADTH
    index.train(vectors[:: max(1, len(vectors) // SAMPLE)])
    for rows in _cut(np.arange(len(vectors)), CHUNK):
        index.add(vectors[rows])
    return index


def _search_terms(rows: sparse.csr_array) -> Iterator[Positions]:
    """For blocks of articles the codes of the pairs that share SHARED of their leading terms."""
    leading = _keep_leading(rows)
    holders = sparse.csr_array(leading.T)
    for block in _cut(np.arange(leading.shape[0]), CHUNK):
        together = sparse.coo_array(leading[block] @ holders)
        enough = together.data >= SHARED
        yield _encode(block[together.row[enough]], together.col[enough], leading.shape[0])


def _keep_leading(rows: sparse.csr_array) -> sparse.csr_array:
    """A one for each of an article's LEADING terms, without those that more than POSTINGS articles lead with."""
    holders = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    order = np.lexsort((rows.indices, -rows.data, holders))
    ranks = np.arange(len(order)) - np.repeat(rows.indptr[:-1], np.diff(rows.indptr))
    kept = order[ranks < LEADING]
    kept = kept[np.bincount(rows.indices[kept], minlength=rows.shape[1])[rows.indices[kept]] <= POSTINGS]
    ones = np.ones(len(kept), dtype=np.int16)
    return sparse.csr_array((ones, (holders[kept], rows.indices[kept])), shape=rows.shape)


def _encode(ones: Positions, others: Positions, count: int) -> Positions:
    """Pairs of two different articles as one number each, the same whichever comes first."""
    real = (others >= 0) & (ones != others)
    ones, others = ones[real].astype(np.int64), others[real].astype(np.int64)
    return np.unique(np.minimum(ones, others) * count + np.maximum(ones, others))


def _compare_block(similarities: Similarities, rows: Positions) -> sparse.coo_array:
    alike = similarities.compare(rows)
    alike[np.arange(len(rows)), rows] = 0
    return sparse.coo_array(np.where(alike >= FLOOR, alike, 0))


def _mirror(pairs: sparse.coo_array) -> sparse.csr_array:
    table = sparse.csr_array(pairs)
    return sparse.csr_array(table.maximum(table.T))


def _cut(positions: Positions, size: int) -> list[Positions]:
    return [positions[i : i + size] for i in range(0, len(positions), size)]
