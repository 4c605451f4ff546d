import { addressOfFavourites } from '#app/recipes/favourites/addresses.ts';
import type { Keeper } from '#app/recipes/favourites/queries/favourites.server.ts';
import type { Favourite } from '#app/recipes/favourites/rules.ts';
import { apart } from '#app/ui/apart.ts';
import { Button } from '#app/ui/forms/button.tsx';
import { Hidden, PostForm } from '#app/ui/forms/form.tsx';

interface FavouriteFormProps extends Favourite {
  keeper: Keeper;
  /** what it is called, where it is one of a list */
  of?: string;
  /** the session for which one chooses */
  session?: number;
}

/** Keeps something at hand for one circle; the same press takes that back. */
export function FavouriteForm({ kind, thing, keeper, of, session }: FavouriteFormProps) {
  const { circle, keeps } = keeper;
  return (
    <PostForm action={addressOfFavourites(circle.slug)} reply={{ values: {}, errors: {} }}>
      <Hidden name="kind" value={kind} />
      <Hidden name="thing" value={thing} />
      <Hidden name="keep" value={keeps ? 'no' : 'yes'} />
      {session && <Hidden name="session" value={String(session)} />}
      <Button
        variant="quiet"
        aria-pressed={keeps}
        aria-label={of && `${of}: a favourite of ${apart(circle.name)}`}
      >
        <Star full={keeps} />
        {of ? 'Favourite' : `A favourite of ${apart(circle.name)}`}
      </Button>
    </PostForm>
  );
}

/** The same for each of the viewer's circles: the one there is, or a choice of several. */
export function FavouriteForms({
  keepers,
  ...favourite
}: Favourite & { keepers: readonly Keeper[] }) {
  const [one, ...more] = keepers;
  if (!one) return null;
  if (more.length === 0) return <FavouriteForm {...favourite} keeper={one} />;
  const keeping = keepers.filter(({ keeps }) => keeps).length;
  return (
    <details>
      <summary className="btn btn-quiet">
        <Star full={keeping > 0} />
        {keeping > 0 ? `A favourite of ${keeping}` : 'A favourite of…'}
      </summary>
      <ul className="mt-3 grid list-none gap-2 p-0">
        {keepers.map((keeper) => (
          <li key={keeper.circle.slug}>
            <FavouriteForm {...favourite} keeper={keeper} />
          </li>
        ))}
      </ul>
    </details>
  );
}

const Star = ({ full }: { full: boolean }) => <span aria-hidden="true">{full ? '★ ' : '☆ '}</span>;
