# -*- coding: utf-8 -*-
# Ravi Krishnan   (Notepad++ on Windows)
# Übungsblatt "Faltung" -- für Gruppe 7
import sys, os
import numpy as np

def corr2d(X, K):
	X = np.array(X, dtype='float64')
	K = np.array(K, dtype='float64')
	if K.shape[0] > X.shape[0]:
		raise ValueError('kernel too tall')
	if K.shape[1] > X.shape[1]:
		raise ValueError('kernel too wide')
	Y = np.zeros((X.shape[0]-K.shape[0]+1, X.shape[1]-K.shape[1]+1))
	for ij in np.ndindex(Y.shape):
		for ab in np.ndindex(K.shape):
			Y[ij] += X[ij[0]+ab[0], ij[1]+ab[1]] * K[ab]
	return Y

def corr2d_multi_in(X, K):
	nc = X.shape[0]
	if nc != K.shape[0]:
		raise ValueError('channels do not match')
	Y = 0.0
	while nc > 0:
		nc -= 1
		Y = Y + corr2d(X[nc], K[nc])
	return Y

def corr2d_multi_in_out(X, K):
	co = K.shape[0]
	Y = np.zeros((co, X.shape[1]-K.shape[2]+1, X.shape[2]-K.shape[3]+1))
	for o in range(co):
		Y[o, :, :] = corr2d_multi_in(X, K[o, :, :, :])
	return Y

def corr2d_multi_in_out_1x1(X, K):
	# every pixel is a vector of channels, use one matrix for all
	M = K[:, :, 0, 0].astype('float64')
	Y = np.zeros((M.shape[0],) + X.shape[1:])
	for i, j in np.ndindex(X.shape[1:]):
		Y[:, i, j] = np.dot(M, X[:, i, j])
	return Y

def same_pads(n, k, s=1, d=1):
	o = n//s
	if o*s < n:
		o += 1
	t = (o-1)*s + (k-1)*d + 1 - n
	if t <= 0:
		return (0, 0)
	if t % 2 == 1:
		return ((t-1)//2, (t+1)//2)
	return (t//2, t//2)

def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
	x = np.array(x, dtype='float64')
	n, H, W, ci = x.shape
	kh, kw, ci2, co = k.shape
	if padding == 'same':
		pt, pb = same_pads(H, kh, stride[0])
		pl, pr = same_pads(W, kw, stride[1])
		big = np.zeros((n, pt+H+pb, pl+W+pr, ci))
		big[:, pt:pt+H, pl:pl+W, :] = x
		x = big
		H, W = x.shape[1:3]
	Ho = (H-kh)//stride[0]+1
	Wo = (W-kw)//stride[1]+1
	y = np.zeros((n, Ho, Wo, co))
	for m in range(n):
		for o in range(co):
			for c in range(ci):
				y[m, :, :, o] += corr2d_strided(x[m, :, :, c], k[:, :, c, o], stride)
			y[m, :, :, o] += b[o]
	return y

def conv_params(ci, co, kh, kw, groups=1, bias=True):
	n = kh*kw*(ci//groups)*co
	if bias == True:
		n = n + co
	return n

def out_size(n, k, p=0, s=1, d=1):
	last = n+2*p-(d*(k-1)+1)	# last place where the window may start
	if last < 0:
		raise ValueError('window does not fit')
	i = 0
	while i*s <= last:
		i += 1
	return i

def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
	if padding=='same':
		ho = int(np.ceil(in_shape[0]/stride[0]))
		wo = int(np.ceil(in_shape[1]/stride[1]))
		return (ho, wo)
	if padding=='valid':
		p = (0, 0)
	elif padding=='full':
		p = (kernel[0]-1, kernel[1]-1)
	else:
		raise ValueError('padding?')
	return (out_size(in_shape[0], kernel[0], p[0], stride[0]), out_size(in_shape[1], kernel[1], p[1], stride[1]))

def corr2d_strided(X, K, stride):
	X = np.array(X, dtype='float64')
	Y = []
	i = 0
	while i+K.shape[0] <= X.shape[0]:
		row = []
		j = 0
		while j+K.shape[1] <= X.shape[1]:
			row.append(np.vdot(X[i:i+K.shape[0], j:j+K.shape[1]], K))
			j += stride[1]
		Y.append(row)
		i += stride[0]
	return np.array(Y)

def trace_shapes(in_shape, layers):
	res = []
	h, w, c = in_shape
	flat = None
	for lay in layers:
		if lay['type']=='conv' or lay['type']=='pool':
			if 'kernel' in lay: k = lay['kernel']
			else: k = lay['size']
			if 'stride' in lay: s = lay['stride']
			elif lay['type']=='conv': s = 1
			else: s = k
			if 'padding' in lay: p = lay['padding']
			else: p = 0
			h = out_size(h, k, p, s)
			w = out_size(w, k, p, s)
			if lay['type']=='conv': c = lay['filters']
			res.append((h, w, c))
		elif lay['type']=='flatten':
			if flat is None: flat = h*w*c
			res.append((flat,))
		elif lay['type']=='dense':
			flat = lay['units']
			res.append((flat,))
	return res

def pool2d(X, pool_size, mode='max'):
	if mode!='max' and mode!='avg': raise ValueError('mode?')
	Y = np.zeros(conv_shape(X.shape, pool_size))	# raises the ValueError too
	for i, j in np.ndindex(Y.shape):
		w = X[i:i+pool_size[0], j:j+pool_size[1]]
		if mode=='max': Y[i, j] = np.max(w)
		else: Y[i, j] = np.mean(w)
	return Y

def pool_nhwc(x, size, mode='max'):
	n, h, w, c = x.shape
	y = np.zeros((n, h//size, w//size, c))
	for i in np.ndindex(y.shape):
		w = x[i[0], i[1]*size:(i[1]+1)*size, i[2]*size:(i[2]+1)*size, i[3]]
		if mode=='max': y[i] = np.max(w)
		else: y[i] = np.mean(w)
	return y

def pool(X, size, stride=None, padding='valid', mode='max'):
	if stride==None: stride = size
	pt = pl = 0
	if padding=='same':
		pt = same_pads(X.shape[0], size[0], stride[0])[0]
		pl = same_pads(X.shape[1], size[1], stride[1])[0]
	Y = np.zeros(conv_shape(X.shape, size, stride, padding))
	for i, j in np.ndindex(Y.shape):
		a = i*stride[0]-pt
		b = j*stride[1]-pl
		w = X[(a if a>0 else 0):a+size[0], (b if b>0 else 0):b+size[1]]
		if mode=='max': Y[i, j] = w.max()
		else: Y[i, j] = w.sum()/w.size
	return Y

def dense_equivalent_stats(in_shape, kernel):
	d = {}
	d['rows'] = (in_shape[0]-kernel[0]+1)*(in_shape[1]-kernel[1]+1)
	d['cols'] = in_shape[0]*in_shape[1]
	d['entries'] = d['rows']*d['cols']
	d['distinct'] = kernel[0]*kernel[1]
	d['nonzeros'] = d['rows']*d['distinct']
	d['zeros'] = d['entries']-d['nonzeros']
	return d

def toeplitz_1d(k, n):
	if len(k)>n: raise ValueError('kernel too long')
	T = np.zeros((n-len(k)+1, n))
	for i, j in np.ndindex(T.shape):
		if 0<=j-i<len(k): T[i, j] = k[j-i]
	return T

def corr2d_matrix(K, in_shape):
	H, W = in_shape
	Wo = W-K.shape[1]+1
	M = np.zeros(((H-K.shape[0]+1)*Wo, H*W))
	for row in range(len(M)):
		i, j = divmod(row, Wo)
		for a in range(K.shape[0]):
			start = (i+a)*W+j
			M[row, start:start+K.shape[1]] = K[a]
	return M

def im2col(X, kernel, stride=1):
	zeilen = []
	for i in range(0, X.shape[1]-kernel[0]+1, stride):
		for j in range(0, X.shape[2]-kernel[1]+1, stride):
			zeilen.append(np.concatenate([X[c, i:i+kernel[0], j:j+kernel[1]].flatten() for c in range(X.shape[0])]))
	return np.vstack(zeilen)

print('fertig ✓')
