import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { storeSuite } from './store-suite.ts';

storeSuite('SQLite', ({ clock }) => openSqliteStore({ path: ':memory:', clock }));
