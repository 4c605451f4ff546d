import { addressOfPicture } from '#app/accounts/addresses.ts';
import { MOST_PICTURE_BYTES } from '#app/accounts/rules/accounts.ts';
import { PersonMark } from '#app/ui/drawings/person-mark.tsx';
import { Button, ButtonLink } from '#app/ui/forms/button.tsx';
import { Field } from '#app/ui/forms/field.tsx';
import { PostForm } from '#app/ui/forms/form.tsx';
import { Page, PageHead } from '#app/ui/page/page.tsx';

interface PictureViewProps {
  id: number;
  name: string;
  hash: string | null;
}

/** The viewer's own picture: choosing one, taking it away. */
export function PictureView({ id, name, hash }: PictureViewProps) {
  return (
    <Page width="narrow">
      <PageHead
        title="Your picture"
        lede="Only the people in your circles see it. It is cut square from the middle, and where and when it was taken is not kept."
      />
      <p className="mb-6">
        <PersonMark name={name} picture={hash && addressOfPicture(id, hash)} size="huge" />
      </p>
      <PostForm encType="multipart/form-data">
        <Field
          name="picture"
          type="file"
          label={hash ? 'Another picture' : 'A picture of you'}
          accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
          hint={`JPEG, PNG, WebP or GIF, up to ${MOST_PICTURE_BYTES / 1024 / 1024} MB.`}
          required
        />
        <div className="actions">
          <Button variant="primary">Save the picture</Button>
          {hash && (
            <ButtonLink to="/account/picture/removal" variant="quiet">
              Remove it
            </ButtonLink>
          )}
          <ButtonLink to="/account" variant="quiet">
            Not now
          </ButtonLink>
        </div>
      </PostForm>
    </Page>
  );
}
