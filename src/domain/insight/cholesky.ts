/** A symmetric positive definite system, factorised once: M = L Lᵀ. */
export interface Factorised {
  /** x with M x = right. */
  solve(right: readonly number[]): number[];
  /** The diagonal of M⁻¹. */
  inverseDiagonal(): number[];
}

/** Factorises `matrix` + `ridge` × I. Throws RangeError where that is not positive definite. */
export function factorise(matrix: readonly (readonly number[])[], ridge: number): Factorised {
  const size = matrix.length;
  const lower: Float64Array[] = [];
  for (let i = 0; i < size; i += 1) {
    const row = new Float64Array(size);
    lower.push(row);
    for (let j = 0; j <= i; j += 1) {
      const other = lower[j] ?? row;
      let sum = (matrix[i]?.[j] ?? 0) + (i === j ? ridge : 0);
      for (let k = 0; k < j; k += 1) sum -= (row[k] ?? 0) * (other[k] ?? 0);
      if (i === j && !(sum > 0)) throw new RangeError('not positive definite');
      row[j] = i === j ? Math.sqrt(sum) : sum / (other[j] ?? 1);
    }
  }
  const forward = (right: readonly number[], from = 0): Float64Array => {
    const y = new Float64Array(size);
    for (let i = from; i < size; i += 1) {
      const row = lower[i] ?? y;
      let sum = right[i] ?? 0;
      for (let k = from; k < i; k += 1) sum -= (row[k] ?? 0) * (y[k] ?? 0);
      y[i] = sum / (row[i] ?? 1);
    }
    return y;
  };
  return {
    solve(right) {
      const x = forward(right);
      for (let i = size - 1; i >= 0; i -= 1) {
        let sum = x[i] ?? 0;
        for (let k = i + 1; k < size; k += 1) sum -= (lower[k]?.[i] ?? 0) * (x[k] ?? 0);
        x[i] = sum / (lower[i]?.[i] ?? 1);
      }
      return Array.from(x);
    },
    // (M⁻¹)ᵢᵢ = |L⁻¹ eᵢ|²
    inverseDiagonal() {
      return matrix.map((_, at) => {
        const unit = matrix.map((__, other) => (other === at ? 1 : 0));
        return forward(unit, at).reduce((sum, value) => sum + value * value, 0);
      });
    },
  };
}
