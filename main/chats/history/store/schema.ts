/**
 * What was said, and what of it is searched: trigrams find any part of three letters and more, in any script. Stands on
 * the disk, and once more in memory for sites that keep no content (`schema`).
 */
export function contents(schema: 'main' | 'shift'): string {
  return `
  CREATE TABLE ${schema}.messages (
    id INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL,
    chat_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,
    words TEXT NOT NULL,
    UNIQUE (owner, chat_id, message_id)
  );
  CREATE INDEX ${schema}.messages_by_place ON messages (owner, chat_id, place);
  CREATE VIRTUAL TABLE ${schema}.found USING fts5 (
    words, content = 'messages', content_rowid = 'id', tokenize = 'trigram case_sensitive 1'
  );
  INSERT INTO ${schema}.found (found, rank) VALUES ('secure-delete', 1);
  CREATE TRIGGER ${schema}.messages_come AFTER INSERT ON messages BEGIN
    INSERT INTO found (rowid, words) VALUES (new.id, new.words);
  END;
  CREATE TRIGGER ${schema}.messages_go AFTER DELETE ON messages BEGIN
    INSERT INTO found (found, rowid, words) VALUES ('delete', old.id, old.words);
  END;
  `
}

/**
 * Each leads from one version of the database to the next. A released one is never changed. A chat's id is its
 * beginning in hundredths of milliseconds, so that what began later stands higher whenever it became known.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE owners (
    id INTEGER PRIMARY KEY,
    site TEXT NOT NULL,
    agent TEXT NOT NULL,
    days INTEGER NOT NULL,
    content_days INTEGER NOT NULL,
    UNIQUE (site, agent)
  );
  CREATE TABLE chats (
    id INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL REFERENCES owners (id) ON DELETE CASCADE,
    chat_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    customer_name TEXT,
    queue TEXT,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    how TEXT,
    note TEXT NOT NULL,
    category TEXT,
    messages INTEGER NOT NULL,
    words TEXT NOT NULL,
    UNIQUE (owner, chat_id)
  );
  CREATE INDEX chats_of_customer ON chats (owner, channel, customer_id, id);
  ${contents('main')}
  `,
]
