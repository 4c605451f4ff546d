import {
  addressOfAgreement,
  addressOfCircle,
  addressOfLeaving,
  addressOfPeople,
} from '#app/circles/addresses.ts';
import type { Nav } from '#app/frame/slots.ts';

export const nav: Nav = {
  circle: [
    { order: 10, label: 'Circle', to: addressOfCircle },
    { order: 50, label: 'People', to: addressOfPeople },
  ],
  within: [{ way: addressOfPeople, pages: [addressOfAgreement, addressOfLeaving] }],
};
