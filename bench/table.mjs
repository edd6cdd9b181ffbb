/** What the figures are held against: tall orders from the start of the project. */
const least = 0.4;
const mostGrowth = 1.5;
const mostStart = 3000;
const mostMemory = 200;

const columns = [
  ['leads', (row) => row.leads.toLocaleString('en')],
  ['workload', (row) => row.name],
  ['program /s', (row) => row.program.perSecond.toFixed(0)],
  ['baseline /s', (row) => row.baseline.perSecond.toFixed(0)],
  ['ratio', (row) => row.ratio.toFixed(2)],
  ['', (row) => judged(row.ratio >= least)],
  ['p50 ms', (row) => row.program.p50.toFixed(2)],
  ['p99 ms', (row) => row.program.p99.toFixed(2)],
  ['base p50', (row) => row.baseline.p50.toFixed(2)],
  ['base p99', (row) => row.baseline.p99.toFixed(2)],
  ['cpu µs', (row) => processor(row.program)],
  ['base cpu', (row) => processor(row.baseline)],
  ['statements', (row) => String(row.statements)],
  ['kB', (row) => (row.bytes / 1024).toFixed(0)],
];

/** The figures of every size, how the sizes compare, and each target with whether it was met. */
export function table(results) {
  const rows = results.flatMap(({ leads, workloads }) =>
    workloads.map((workload) => ({ leads, ...workload })),
  );
  const cells = [columns.map(([head]) => head), ...rows.map((row) => columns.map(([, of]) => of(row)))];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => line[at].length)));
  const lines = cells.map((line) => line.map((cell, at) => cell.padStart(widths[at])).join('  '));
  lines.push('', `program over baseline, target at least ${least} each`);
  for (const result of results) lines.push('', ...alone(result));
  if (results.length > 1) lines.push('', ...growth(results[0], results.at(-1)));
  return lines.join('\n');
}

function alone({ leads, closing, start, memory }) {
  const { statements, unitOfWork, baseline, request } = closing;
  const resident =
    memory &&
    `${memory.resident.toFixed(0)} MB (own ${memory.own.toFixed(0)}, files ${memory.mapped.toFixed(0)})`;
  return [
    `${leads.toLocaleString('en')} leads`,
    `  closing 20 leads × 15 seats: ${unitOfWork.toFixed(1)} ms in the service, ${request.toFixed(1)} ms by request; ` +
      `bare ${baseline.toFixed(1)} ms (${statements} statements, ratio ${(baseline / unitOfWork).toFixed(2)})`,
    `  start to first page: ${start.page.toFixed(0)} ms, to ready: ${start.ready.toFixed(0)} ms; ` +
      `target under ${mostStart} ms: ${judged(start.page < mostStart)}`,
    memory
      ? `  resident after the run: ${resident}; target under ${mostMemory} MB: ${judged(memory.resident < mostMemory)}`
      : '  resident after the run: this system does not tell',
  ];
}

function growth(small, large) {
  const title = `slower from ${small.leads.toLocaleString('en')} to ${large.leads.toLocaleString('en')} leads, target at most ${mostGrowth}×`;
  const lines = large.workloads.map(({ name, rows, program, baseline }) => {
    const before = small.workloads.find((workload) => workload.name === name);
    const unlike = before.rows === rows ? '' : `; pages of ${before.rows} and of ${rows} rows`;
    const times = before.program.perSecond / program.perSecond;
    const bare = before.baseline.perSecond / baseline.perSecond;
    return `  ${name.padEnd(32)} ${times.toFixed(2)}×  ${judged(times <= mostGrowth)}  (baseline ${bare.toFixed(2)}×${unlike})`;
  });
  return [title, ...lines];
}

const processor = (run) => (run.processor === null ? '–' : run.processor.toFixed(0));
const judged = (met) => (met ? 'met' : 'NOT MET');
