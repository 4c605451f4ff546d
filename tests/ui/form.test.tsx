import { renderToStaticMarkup } from 'react-dom/server';
import {
  createStaticHandler,
  createStaticRouter,
  StaticRouterProvider,
} from 'react-router-dom/server';
import { expect, test } from 'vitest';
import { Field } from '#app/ui/forms/field.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Details } from '#app/ui/page/page.tsx';

/** A page of four forms, after its address answered with a refusal. */
async function refusedPage(
  sent: Record<string, unknown>,
  errors: Record<string, string[]> = { '': ['Not so.'], word: ['Longer.'] },
) {
  const page = (
    <>
      {[undefined, 'first', 'second'].map((name) => (
        <PostForm key={String(name)} name={name} aria-label={name ?? 'plain'}>
          <Field name="word" label="A word" />
          <Details summary="More">
            <Field name="folded" label="One that is folded away" />
          </Details>
        </PostForm>
      ))}
      <PostForm action="/elsewhere" aria-label="elsewhere">
        <Field name="word" label="A word" />
      </PostForm>
    </>
  );
  const form = {
    values: { word: 'typed', ...sent },
    errors,
  };
  const routes = [{ path: '/here', element: page, action: () => ({ form }) }];
  const handler = createStaticHandler(routes);
  const context = await handler.query(new Request('http://site/here', { method: 'POST' }));
  if (context instanceof Response) throw new Error('no page');
  const router = createStaticRouter(handler.dataRoutes, context);
  const html = renderToStaticMarkup(
    <StaticRouterProvider router={router} context={context} hydrate={false} />,
  );
  return Object.fromEntries(
    html
      .split('<form')
      .slice(1)
      .map((one) => [/aria-label="(\w+)"/.exec(one)?.[1], one]),
  );
}

const showing = (forms: Record<string, string>) =>
  Object.keys(forms).filter((name) => forms[name]?.includes('Not so.'));

test('a refusal is shown by the form that was sent, and by no other', async () => {
  const forms = await refusedPage({ form: 'second' });
  expect(showing(forms)).toEqual(['second']);
  expect(forms.second).toContain('Longer.');
  expect(forms.second).toContain('value="typed"');
  expect(forms.first).not.toContain('typed');
});

test('a refusal of a form that gave no name is not lost', async () => {
  expect(showing(await refusedPage({}))).toEqual(['plain', 'first', 'second']);
});

test('a form says its name when it is sent', async () => {
  expect((await refusedPage({})).first).toContain(
    '<input type="hidden" name="form" value="first"/>',
  );
});

test('what is wrong where nobody looks is said of the form, and once', async () => {
  const { second = '' } = await refusedPage(
    { form: 'second' },
    { word: ['Longer.'], key: ['Out of date.'], folded: ['Not this.'], 'rows[3].x': ['Nor that.'] },
  );
  const alert = second.slice(second.indexOf('role="alert"'));
  for (const words of ['Out of date.', 'Not this.', 'Nor that.']) expect(alert).toContain(words);
  expect(second.split('Out of date.')).toHaveLength(2);
  expect(second.split('Longer.')).toHaveLength(2);
});
