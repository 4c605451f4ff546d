import { addressOfPeople } from '#app/circles/addresses.ts';
import type { Nav } from '#app/frame/slots.ts';
import {
  addressOfInvitations,
  addressOfJoinLink,
  addressOfRequests,
  addressOfWaiting,
} from '#app/joining/addresses.ts';

export const nav: Nav = {
  within: [
    {
      way: addressOfPeople,
      pages: [addressOfInvitations, addressOfRequests, addressOfWaiting, addressOfJoinLink],
    },
  ],
};
