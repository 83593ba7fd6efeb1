import { sha256 } from '../digest';
import type { RecordEntry, Records } from '../records.port';

/** Records in memory: for specs of the kernel, which may not choose an adapter. */
export class MemoryRecords implements Records {
  private readonly entries = new Map<string, RecordEntry>();

  async put(kind: string, id: string, bytes: Uint8Array): Promise<string> {
    const entry = { kind, id, bytes: Uint8Array.from(bytes), sha256: sha256(bytes) };
    this.entries.set(JSON.stringify([kind, id]), entry);
    return entry.sha256;
  }

  async keep(kind: string, id: string, bytes: Uint8Array): Promise<RecordEntry> {
    const kept = await this.get(kind, id);
    if (kept) return kept;
    await this.put(kind, id, bytes);
    return this.keep(kind, id, bytes);
  }

  async get(kind: string, id: string): Promise<RecordEntry | undefined> {
    const entry = this.entries.get(JSON.stringify([kind, id]));
    return entry && { ...entry, bytes: Uint8Array.from(entry.bytes) };
  }

  async list(kind: string): Promise<readonly RecordEntry[]> {
    return [...this.entries.values()]
      .filter((entry) => entry.kind === kind)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async kinds(): Promise<readonly string[]> {
    return [...new Set([...this.entries.values()].map(({ kind }) => kind))].sort();
  }

  async erase(kind: string, id: string): Promise<boolean> {
    return this.entries.delete(JSON.stringify([kind, id]));
  }

  async close(): Promise<void> {}
}
