import { FileReaders } from '../../../src/files/file-readers';
import { FilesService } from '../../../src/files/files.service';
import { as, InfrastructureApp, startInfrastructure } from '../ledger/infrastructure-app';
import { onEachDatabase } from '../../support/databases';
import { pdf } from './zip';

onEachDatabase('a download', (dialect) => {
  let app: InfrastructureApp;
  let id: string;
  beforeAll(async () => {
    app = await startInfrastructure(dialect);
    app.get(FileReaders).register('testSubject', {
      mayRead: ({ account }) => Promise.resolve(account === 'scout-01'),
    });
    const owner = { subject: { type: 'testSubject', id: 'a' }, actor: { personId: null, label: '测试' } };
    id = (await app.get(FilesService).store(pdf, '立项报告.pdf', owner)).id;
  });
  afterAll(() => app.close());

  it('is saved, never shown: attachment, nosniff, sandbox, a type from our own table', async () => {
    const { rawPayload, headers, statusCode } = await app.visitor().get(`/files/${id}`, as('scout'));
    expect(statusCode).toBe(200);
    expect(rawPayload).toEqual(pdf);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="____\.pdf"; filename\*=UTF-8''%E7/,
      ) as string,
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
    });
  });

  it('does not exist for anybody else, exactly as an unknown id', async () => {
    const ask = (path: string) => app.visitor().get(path, as('host'));
    const [forbidden, unknown] = [await ask(`/files/${id}`), await ask('/files/unknown')];
    const bare = (text: string): string =>
      text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '').replaceAll(id, 'unknown');
    expect([forbidden.statusCode, unknown.statusCode]).toEqual([404, 404]);
    expect(bare(forbidden.body).length).toBe(bare(unknown.body).length);
    expect((await app.visitor().get(`/files/${id}`)).statusCode).not.toBe(200);
  });
});
