export function keptSecret(file: string, bytes?: number): string;

export function startEmbedded(options: {
  folder: string;
  durable?: boolean;
  log?: (line: string) => void;
}): Promise<{ url: string; pid: number; adopted: boolean; stop: () => Promise<void> }>;
