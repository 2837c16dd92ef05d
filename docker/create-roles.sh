#!/usr/bin/env bash
# Runs once, when the database is empty: the role that owns and migrates, and the role the application runs as.
set -euo pipefail
psql --username=postgres --set=ON_ERROR_STOP=1 --set=owner="$OWNER_PASSWORD" --set=app="$APP_PASSWORD" <<'SQL'
CREATE ROLE slusen_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'owner';
CREATE ROLE slusen_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'app';
CREATE DATABASE slusen OWNER slusen_owner TEMPLATE template0 ENCODING 'UTF8'
  LOCALE_PROVIDER icu ICU_LOCALE 'sv-SE' LC_COLLATE 'C' LC_CTYPE 'C';
REVOKE ALL ON DATABASE slusen FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE slusen TO slusen_app;
\connect slusen
ALTER SCHEMA public OWNER TO slusen_owner;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
SQL
