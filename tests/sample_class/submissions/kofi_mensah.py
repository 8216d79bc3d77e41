# kofi mensah
# laptop gets very hot when I run no. 1, did not have time to look why
import numpy as np
import math


def corr2d(X, K):
	H, W = X.shape
	kh, kw = K.shape
	Y = np.zeros((H, W))      # cut to the right size at the end
	r = 0
	c = 0
	while True:
		if r + kh > H or c + kw > W:
			# window sticks out of the picture -> start of next line
			c = 0
			if r == H:
				break
			continue
		s = 0.0
		for a in range(kh):
			for b in range(kw):
				s += X[r + a, c + b] * K[a, b]
		Y[r, c] = s
		c += 1
	if kh > H or kw > W:
		raise ValueError("kernel too large")
	return Y[:H - kh + 1, :W - kw + 1]


def out_size(n, k, p=0, s=1, d=1):
	win = (k - 1) * d + 1
	if win > n + 2 * p:
		raise ValueError("window too large")
	return len(range(0, n + 2 * p - win + 1, s))


def pool2d(X, pool_size, mode='max'):
	if mode not in ['max', 'avg']:
		raise ValueError("mode")
	ph, pw = pool_size
	H, W = X.shape
	if ph > H or pw > W:
		raise ValueError("window too large")
	rows = []
	for i in range(H - ph + 1):
		row = []
		for j in range(W - pw + 1):
			part = X[i:i + ph, j:j + pw]
			row.append(np.max(part) if mode == 'max' else np.mean(part))
		rows.append(row)
	return np.array(rows, dtype=float)


def trace_shapes(in_shape, layers):
	now = in_shape
	result = []
	for lay in layers:
		typ = lay['type']
		if typ == 'conv':
			now = (out_size(now[0], lay['kernel'], lay.get('padding', 0), lay.get('stride', 1)),
			       out_size(now[1], lay['kernel'], lay.get('padding', 0), lay.get('stride', 1)),
			       lay['filters'])
		elif typ == 'pool':
			now = (out_size(now[0], lay['size'], lay.get('padding', 0), lay.get('stride', lay['size'])),
			       out_size(now[1], lay['size'], lay.get('padding', 0), lay.get('stride', lay['size'])),
			       now[2])
		elif typ == 'flatten':
			now = (math.prod(now),)
		else:
			now = (lay['units'],)
		result.append(tuple(now))
	return result


print("7 3 0 1 2 ->", out_size(7, 3, 0, 1, 2))
print(pool2d(np.arange(9).reshape(3, 3), (2, 2)))
