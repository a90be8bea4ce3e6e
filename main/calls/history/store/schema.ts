/**
 * Each leads from one version of the database (`PRAGMA user_version`) to the next. A released one is never changed.
 *
 * A call's id is its beginning in hundredths of milliseconds, so that what began later stands higher whenever it became
 * known. `words` is what is searched: trigrams find any part of three letters and more, in any script.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE owners (
    id INTEGER PRIMARY KEY,
    site TEXT NOT NULL,
    agent TEXT NOT NULL,
    days INTEGER NOT NULL,
    UNIQUE (site, agent)
  );
  CREATE TABLE calls (
    id INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL REFERENCES owners (id) ON DELETE CASCADE,
    call_id TEXT NOT NULL,
    direction TEXT NOT NULL,
    number TEXT NOT NULL,
    name TEXT,
    queue TEXT,
    part TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    talking_since INTEGER,
    ended_at INTEGER,
    reason TEXT,
    parties TEXT NOT NULL,
    transferred_to TEXT,
    missed INTEGER NOT NULL,
    seen INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (owner, call_id)
  );
  CREATE INDEX calls_by_owner ON calls (owner, id);
  CREATE INDEX calls_by_direction ON calls (owner, direction, id);
  CREATE INDEX calls_missed ON calls (owner, id) WHERE missed = 1;
  CREATE TABLE words (id INTEGER PRIMARY KEY REFERENCES calls (id) ON DELETE CASCADE, text TEXT NOT NULL);
  CREATE VIRTUAL TABLE found USING fts5 (
    text, content = 'words', content_rowid = 'id', tokenize = 'trigram case_sensitive 1'
  );
  INSERT INTO found (found, rank) VALUES ('secure-delete', 1);
  CREATE TRIGGER words_come AFTER INSERT ON words BEGIN
    INSERT INTO found (rowid, text) VALUES (new.id, new.text);
  END;
  CREATE TRIGGER words_go AFTER DELETE ON words BEGIN
    INSERT INTO found (found, rowid, text) VALUES ('delete', old.id, old.text);
  END;
  CREATE TRIGGER words_change AFTER UPDATE ON words BEGIN
    INSERT INTO found (found, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO found (rowid, text) VALUES (new.id, new.text);
  END;
  `,
]
