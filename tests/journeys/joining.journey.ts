import { randomUUID } from 'node:crypto';
import { expectAccessible } from '#tests/journeys/support/accessible.ts';
import { expect, journey, test } from '#tests/support/journey.ts';

journey('a newcomer joins a circle through an invitation', async (travel) => {
  const { page, hands, signInAs, another, javaScript } = travel;
  const mark = randomUUID().slice(0, 8);
  const circle = `Late readers ${mark}`;
  let link = '';
  await signInAs('host');

  await test.step('a host starts a circle', async () => {
    await page.goto('/circles/new');
    await hands.write(page.getByLabel('Name', { exact: true }), circle);
    await hands.choose(page.getByRole('radio', { name: 'Plum' }));
    await hands.write(page.getByLabel('Seats'), '3');
    await hands.press(page.getByRole('button', { name: 'Start the circle' }));
    await expect(page.getByText('Your circle is there.')).toBeVisible();
    await expect(page).toHaveTitle(`${circle} · Octavo`);
  });

  await test.step('and invites somebody', async () => {
    await hands.press(page.getByRole('link', { name: 'Invite the first people' }));
    await hands.write(page.getByLabel('Their email'), `dewi-${mark}@example.org`);
    await hands.press(page.getByRole('button', { name: 'Send the invitation' }));
    link = await page.getByLabel('Or send them this link yourself').inputValue();
    expect(link).toMatch(/\/join\/[\w-]{20,}$/);
    if (javaScript) await expectAccessible(page);
  });

  const { page: theirs, hands: theirHands } = await another();

  await test.step('who makes an account on the page of the invitation', async () => {
    await theirs.goto(link);
    await expect(theirs.getByRole('heading', { level: 1 })).toContainText(circle);
    await expect(theirs.getByText('What is said here stays here.')).toBeVisible();
    await expect(theirs.getByLabel('Email')).toHaveValue(`dewi-${mark}@example.org`);
    if (javaScript) await expectAccessible(theirs);
    await theirHands.write(theirs.getByLabel('Your name'), 'Dewi Anggraini');
    await theirHands.write(theirs.getByLabel('Password'), 'password');
    const zone = theirs.getByLabel('Your time zone');
    if (!javaScript) await theirHands.select(zone, 'Berlin');
    await expect(zone).toHaveValue('Europe/Berlin');
    await theirHands.tick(theirs.getByRole('checkbox', { name: /^I’m in/ }));
    await theirHands.press(theirs.getByRole('button', { name: `Join ${circle}` }));
  });

  await test.step('a common password is refused beside its field, the rest is kept', async () => {
    const password = theirs.getByLabel('Password');
    await expect(password).toHaveAttribute('aria-invalid', 'true');
    await expect(theirs.getByLabel('Your name')).toHaveValue('Dewi Anggraini');
    await expect(theirs.getByRole('checkbox', { name: /^I’m in/ })).toBeChecked();
    if (javaScript) await expectAccessible(theirs);
    await theirHands.write(password, 'four herons on the quay');
    await theirHands.press(theirs.getByRole('button', { name: `Join ${circle}` }));
  });

  await test.step('and lands in the circle', async () => {
    await expect(theirs.getByText('Welcome. You have a seat.')).toBeVisible();
    await expect(theirs).toHaveURL(/\/circles\/late-readers-/);
    await expect(theirs).toHaveTitle(`${circle} · Octavo`);
    await expect(theirs.getByText('Dewi Anggraini').last()).toBeVisible();
  });

  await test.step('the invitation worked once', async () => {
    const { page: late } = await another();
    const answer = await late.goto(link);
    expect(answer?.status()).toBe(404);
    await expect(late.getByText('This invitation doesn’t work any more')).toBeVisible();
    await expect(late.getByText(circle)).toHaveCount(0);
  });

  await test.step('somebody removed is told so, and sees nothing more', async () => {
    await hands.press(page.getByRole('link', { name: 'People', exact: true }).first());
    await hands.press(page.getByRole('link', { name: 'Role and membership' }));
    await hands.press(page.getByRole('link', { name: 'Remove Dewi Anggraini' }));
    await hands.press(page.getByRole('button', { name: 'Remove Dewi Anggraini' }));
    await expect(page.getByText('They are no longer in the circle')).toBeVisible();
    const answer = await theirs.reload();
    expect(answer?.status()).toBe(404);
    await expect(theirs.getByText(`You’re no longer in ${circle}`)).toBeVisible();
    if (javaScript) await expectAccessible(theirs);
  });
});
