import { sql } from '../../../src/database/sql';
import { msOf, toInstant } from '../../../src/domain/shared/instant';
import { Verifier } from '../../../src/ledger/verifier';
import { itemOf } from '../../integration/results/examples';
import { foundCity, type TestCity } from '../../support/city';
import { onEachDatabase } from '../../support/databases';

onEachDatabase('an override in a round that two people reopen', (dialect) => {
  let city: TestCity;
  beforeAll(async () => {
    city = await foundCity(dialect);
  });
  afterAll(() => city.close());

  it('stays on record with the outcome it was about, and counts for nothing in the next counting', async () => {
    const round = await city.openRound(1);
    await city.allVote(round, ['weak']);
    await city.acts.close('secretary-01', round.id);
    const itemId = await itemOf(city, round.id, round.leadIds[0] ?? '');
    const chair = await city.app.signedIn('leader-01');
    const fields = {
      result: 'admit',
      documentNumber: '市领〔2026〕12号',
      reason: '重大项目，经研究同意',
      materials: '',
    };
    const content = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
    const file = { field: 'file', name: '决定.pdf', type: 'application/pdf', content };
    const done = await chair.upload(`/rounds/${round.id}/items/${itemId}/override`, fields, [file]);
    expect(done.statusCode).toBe(303);

    const asked = {
      reason: '名册有误，须重新表决',
      deadlineAt: toInstant(msOf(city.app.clock.now()) + 4 * 86_400_000),
    };
    const secretary = await city.app.signedIn('secretary-01');
    expect((await secretary.post(`/rounds/${round.id}/reopening`, asked)).statusCode).toBe(303);
    const request = await city.app.reader.one<{ id: string }>(
      sql`select id from round_request where round_id = ${round.id}`,
    );
    const second = await chair.post(`/rounds/${round.id}/reopening`, { ...asked, request: request?.id });
    expect(second.statusCode).toBe(303);
    expect(
      await city.app.reader.rows(sql`select overridden from earlier_outcome where round_id = ${round.id}`),
    ).toEqual([{ overridden: 'admit' }]);

    await city.allVote(round, ['weak']);
    await city.acts.close('secretary-01', round.id);
    await city.acts.announce('secretary-01', round.id);
    expect(
      await city.app.reader.rows(
        sql`select computed, overridden, decided from outcome where round_id = ${round.id}`,
      ),
    ).toEqual([{ computed: 'reject', overridden: null, decided: 'reject' }]);
    const letter = await city.app.reader.one<{ content: string }>(
      sql`select content from letter where round_id = ${round.id}`,
    );
    expect(letter?.content).not.toContain('市领〔2026〕12号');
    expect((await city.app.get(Verifier).verify(city.app.reader)).problems).toEqual([]);
  });
});
