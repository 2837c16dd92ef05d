#!/usr/bin/env bash
# Runs once, when the database is empty: the role that owns and migrates, the role the application runs as, and beside their database an empty
# one where backups are tried.
set -euo pipefail
psql --username=postgres --set=ON_ERROR_STOP=1 --set=owner="$OWNER_PASSWORD" --set=app="$APP_PASSWORD" <<'SQL'
CREATE ROLE slusen_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'owner';
CREATE ROLE slusen_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'app';
CREATE DATABASE slusen OWNER slusen_owner TEMPLATE template0 ENCODING 'UTF8'
  LOCALE_PROVIDER icu ICU_LOCALE 'sv-SE' LC_COLLATE 'C' LC_CTYPE 'C';
CREATE DATABASE slusen_trial OWNER slusen_owner TEMPLATE template0 ENCODING 'UTF8'
  LOCALE_PROVIDER icu ICU_LOCALE 'sv-SE' LC_COLLATE 'C' LC_CTYPE 'C';
REVOKE ALL ON DATABASE slusen, slusen_trial FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE slusen TO slusen_app;
\connect slusen
ALTER SCHEMA public OWNER TO slusen_owner;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
\connect slusen_trial
ALTER SCHEMA public OWNER TO slusen_owner;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
SQL
