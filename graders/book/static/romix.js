// The slow part of scrypt (RFC 7914, sections 3 to 5): Python in a browser has no OpenSSL, and would need seconds for it.

export function romix(bytes, n, r) {
  const size = 32 * r;
  const x = new Uint32Array(size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < size; i++) x[i] = view.getUint32(4 * i, true);
  const seen = new Uint32Array(n * size);
  const spare = new Uint32Array(size);
  for (let i = 0; i < n; i++) {
    seen.set(x, i * size);
    mixBlocks(x, spare, r);
  }
  for (let i = 0; i < n; i++) {
    const at = (x[size - 16] & (n - 1)) * size;
    for (let k = 0; k < size; k++) x[k] ^= seen[at + k];
    mixBlocks(x, spare, r);
  }
  const out = new DataView(new ArrayBuffer(4 * size));
  for (let i = 0; i < size; i++) out.setUint32(4 * i, x[i], true);
  return new Uint8Array(out.buffer);
}

function mixBlocks(x, spare, r) {
  const last = x.slice(32 * r - 16);
  for (let i = 0; i < 2 * r; i++) {
    for (let k = 0; k < 16; k++) last[k] ^= x[16 * i + k];
    salsa8(last);
    spare.set(last, ((i & 1) * r + (i >> 1)) * 16);
  }
  x.set(spare);
}

const ROUNDS = [
  [4, 0, 12, 7], [8, 4, 0, 9], [12, 8, 4, 13], [0, 12, 8, 18], [9, 5, 1, 7], [13, 9, 5, 9], [1, 13, 9, 13], [5, 1, 13, 18],
  [14, 10, 6, 7], [2, 14, 10, 9], [6, 2, 14, 13], [10, 6, 2, 18], [3, 15, 11, 7], [7, 3, 15, 9], [11, 7, 3, 13], [15, 11, 7, 18],
  [1, 0, 3, 7], [2, 1, 0, 9], [3, 2, 1, 13], [0, 3, 2, 18], [6, 5, 4, 7], [7, 6, 5, 9], [4, 7, 6, 13], [5, 4, 7, 18],
  [11, 10, 9, 7], [8, 11, 10, 9], [9, 8, 11, 13], [10, 9, 8, 18], [12, 15, 14, 7], [13, 12, 15, 9], [14, 13, 12, 13], [15, 14, 13, 18],
];

function salsa8(b) {
  const x = b.slice();
  for (let round = 0; round < 4; round++) {
    for (const [to, a, c, turn] of ROUNDS) {
      const sum = (x[a] + x[c]) | 0;
      x[to] ^= (sum << turn) | (sum >>> (32 - turn));
    }
  }
  for (let i = 0; i < 16; i++) b[i] += x[i];
}
