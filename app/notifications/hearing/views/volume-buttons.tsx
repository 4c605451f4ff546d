import { VOLUMES, type Volume } from '#app/notifications/hearing/rules/volumes.ts';
import { volumeWords } from '#app/notifications/hearing/words.ts';

interface VolumeButtonsProps {
  /** the field that says which */
  name: string;
  /** what it is now; null where that is not one thing */
  volume: Volume | null;
  /** of what, for who hears the buttons by themselves */
  of: string;
  among?: readonly Volume[];
}

/** How much one wants to hear, one press each: the pressed one is what is set. */
export function VolumeButtons({ name, volume, of, among = VOLUMES }: VolumeButtonsProps) {
  return (
    <fieldset className="volumes">
      <legend className="sr-only">{of}</legend>
      {among.map((one) => (
        <button key={one} type="submit" name={name} value={one} aria-pressed={one === volume}>
          {volumeWords[one]}
        </button>
      ))}
    </fieldset>
  );
}
