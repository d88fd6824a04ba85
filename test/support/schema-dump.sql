--
-- PostgreSQL database dump
--

\restrict fWReKZQX1JEewsSZbcC2lydNIi8q3VMewGZMN6gvnNaQfg6LwspbLdbIjB9AoKG

-- Dumped from database version 15.18
-- Dumped by pg_dump version 15.18

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: billing; Type: SCHEMA; Schema: -; Owner: app
--

CREATE SCHEMA billing;


ALTER SCHEMA billing OWNER TO app;

--
-- Name: SCHEMA public; Type: COMMENT; Schema: -; Owner: pg_database_owner
--

COMMENT ON SCHEMA public IS 'x';


--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


--
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';


--
-- Name: pgcrypto; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;


--
-- Name: EXTENSION pgcrypto; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION pgcrypto IS 'cryptographic functions';


--
-- Name: email; Type: DOMAIN; Schema: public; Owner: app
--

CREATE DOMAIN public.email AS text
	CONSTRAINT email_check CHECK ((VALUE ~~ '%@%'::text));


ALTER DOMAIN public.email OWNER TO app;

--
-- Name: mood; Type: TYPE; Schema: public; Owner: app
--

CREATE TYPE public.mood AS ENUM (
    'ok',
    'bad'
);


ALTER TYPE public.mood OWNER TO app;

--
-- Name: touch2(); Type: FUNCTION; Schema: billing; Owner: app
--

CREATE FUNCTION billing.touch2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ begin new.at = now(); return new; end $$;


ALTER FUNCTION billing.touch2() OWNER TO app;

--
-- Name: evt(); Type: FUNCTION; Schema: public; Owner: pg
--

CREATE FUNCTION public.evt() RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$ begin end $$;


ALTER FUNCTION public.evt() OWNER TO pg;

SET default_tablespace = '';

--
-- Name: orders; Type: TABLE; Schema: billing; Owner: app
--

CREATE TABLE billing.orders (
    id integer NOT NULL,
    user_id bigint,
    at timestamp with time zone DEFAULT now()
);


ALTER TABLE billing.orders OWNER TO app;

--
-- Name: orders_id_seq; Type: SEQUENCE; Schema: billing; Owner: app
--

CREATE SEQUENCE billing.orders_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE billing.orders_id_seq OWNER TO app;

--
-- Name: orders_id_seq; Type: SEQUENCE OWNED BY; Schema: billing; Owner: app
--

ALTER SEQUENCE billing.orders_id_seq OWNED BY billing.orders.id;


SET default_table_access_method = heap;

--
-- Name: users; Type: TABLE; Schema: public; Owner: app
--

CREATE TABLE public.users (
    id bigint NOT NULL,
    email public.email,
    m public.mood DEFAULT 'ok'::public.mood,
    name text
);


ALTER TABLE public.users OWNER TO app;

--
-- Name: TABLE users; Type: COMMENT; Schema: public; Owner: app
--

COMMENT ON TABLE public.users IS 'people';


--
-- Name: mv; Type: MATERIALIZED VIEW; Schema: public; Owner: app
--

CREATE MATERIALIZED VIEW public.mv AS
 SELECT users.id
   FROM public.users
  WITH NO DATA;


ALTER TABLE public.mv OWNER TO app;

--
-- Name: users_id_seq; Type: SEQUENCE; Schema: public; Owner: app
--

ALTER TABLE public.users ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.users_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: v; Type: VIEW; Schema: public; Owner: app
--

CREATE VIEW public.v AS
 SELECT u.id,
    count(*) AS count
   FROM (public.users u
     JOIN billing.orders o ON ((o.user_id = u.id)))
  GROUP BY u.id;


ALTER TABLE public.v OWNER TO app;

--
-- Name: orders id; Type: DEFAULT; Schema: billing; Owner: app
--

ALTER TABLE ONLY billing.orders ALTER COLUMN id SET DEFAULT nextval('billing.orders_id_seq'::regclass);


--
-- Name: orders orders_pkey; Type: CONSTRAINT; Schema: billing; Owner: app
--

ALTER TABLE ONLY billing.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);


--
-- Name: users users_email_key; Type: CONSTRAINT; Schema: public; Owner: app
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_email_key UNIQUE (email);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: app
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: orders touch; Type: TRIGGER; Schema: billing; Owner: app
--

CREATE TRIGGER touch BEFORE UPDATE ON billing.orders FOR EACH ROW EXECUTE FUNCTION billing.touch2();


--
-- Name: orders orders_user_id_fkey; Type: FK CONSTRAINT; Schema: billing; Owner: app
--

ALTER TABLE ONLY billing.orders
    ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- Name: users p; Type: POLICY; Schema: public; Owner: app
--

CREATE POLICY p ON public.users FOR SELECT TO reporting USING (true);


--
-- Name: users; Type: ROW SECURITY; Schema: public; Owner: app
--

ALTER TABLE public.users ENABLE ROW LEVEL SECURITY;

--
-- Name: pub; Type: PUBLICATION; Schema: -; Owner: pg
--

CREATE PUBLICATION pub FOR ALL TABLES WITH (publish = 'insert, update, delete, truncate');


ALTER PUBLICATION pub OWNER TO pg;

--
-- Name: SCHEMA billing; Type: ACL; Schema: -; Owner: app
--

GRANT USAGE ON SCHEMA billing TO reporting;


--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: pg_database_owner
--

REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO reporting;


--
-- Name: TABLE users; Type: ACL; Schema: public; Owner: app
--

GRANT SELECT ON TABLE public.users TO reporting;


--
-- Name: DEFAULT PRIVILEGES FOR TABLES; Type: DEFAULT ACL; Schema: public; Owner: app
--

ALTER DEFAULT PRIVILEGES FOR ROLE app IN SCHEMA public GRANT SELECT ON TABLES  TO reporting;


--
-- Name: e; Type: EVENT TRIGGER; Schema: -; Owner: pg
--

CREATE EVENT TRIGGER e ON ddl_command_end
   EXECUTE FUNCTION public.evt();


ALTER EVENT TRIGGER e OWNER TO pg;

--
-- PostgreSQL database dump complete
--

\unrestrict fWReKZQX1JEewsSZbcC2lydNIi8q3VMewGZMN6gvnNaQfg6LwspbLdbIjB9AoKG

