/** A write that did not go through the unit of work: a programming error that would lose data. */
export class WriteOutsideUnitOfWork extends Error {
  constructor() {
    super('A write must go through UnitOfWork.run');
  }
}

/** True for a broken unique constraint on either database. */
export function isUniqueViolation(error: unknown): boolean {
  const code = driverCode(error);
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** PostgreSQL asks for another try: serialization failure or deadlock. */
export function isRetryable(error: unknown): boolean {
  const code = driverCode(error);
  return code === '40001' || code === '40P01';
}

/** PostgreSQL will do nothing more in this unit because an earlier statement of it has failed. */
export function isAfterFailure(error: unknown): boolean {
  return driverCode(error) === '25P02';
}

function driverCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  const found = driverError?.code ?? code;
  return typeof found === 'string' ? found : undefined;
}
