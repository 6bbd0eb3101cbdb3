export interface LaunchSettings {
  isEmbedded: boolean;
  dataDir: string;
  host: string;
  port: number;
  address: string;
  demo: { password: string; file?: string } | undefined;
  env: Record<string, string>;
}

export function launchSettings(env?: Record<string, string | undefined>): LaunchSettings;
