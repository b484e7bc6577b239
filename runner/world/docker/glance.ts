import { z } from 'zod';
import { instant } from '../instant.ts';
import type { Container } from './model.ts';

const config = z.object({
  ID: z.string(),
  Created: z.string(),
  Path: z.string(),
  Args: z.array(z.string()).nullable(),
  Name: z.string(),
  Image: z.string(),
  Config: z.object({ Image: z.string(), AttachStdout: z.boolean() }),
});

/** Where the engine keeps what it was asked to create, before it says that it did. */
export const configPath = (id: string): string => `/var/lib/docker/containers/${id}/config.v2.json`;

/**
A container as it was created, from the engine's own file, which can be read while the engine is busy starting it.

It is the engine's business what stands there, so an inspect confirms it; what cannot be read gives undefined.
*/
export function createdContainer(text: string): Container | undefined {
  try {
    const { ID, Created, Path, Args, Name, Image, Config } = config.parse(JSON.parse(text));
    return {
      id: ID,
      name: Name.replace(/^\//, ''),
      image: Config.Image,
      imageId: Image,
      command: [Path, ...(Args ?? [])],
      state: 'created',
      attachable: Config.AttachStdout,
      networks: [],
      createdAt: instant(Created),
    };
  } catch {
    return undefined;
  }
}
