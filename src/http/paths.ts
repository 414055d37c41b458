/** Addresses of the resources. */
export const API = '/api/v1';

export const resultPath = (id: string) => `${API}/results/${encodeURIComponent(id)}`;
export const carrierPath = (id: string) => `${API}/carriers/${encodeURIComponent(id)}`;
export const importPath = (id: string) => `${API}/imports/${encodeURIComponent(id)}`;
export const roundPath = (id: string) => `${API}/rounds/${encodeURIComponent(id)}`;
export const jobPath = (key: string) => `${API}/jobs/${encodeURIComponent(key)}`;
