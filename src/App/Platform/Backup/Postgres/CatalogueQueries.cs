namespace ResilienceMonitor.Platform.Backup.Postgres;

/// <summary>Questions to the catalogue of PostgreSQL. Each answers with statements or names, in a fixed order, for the current schema only.</summary>
internal static class CatalogueQueries
{
    private const string Mine = "n.nspname = current_schema()";

    // Aside: what an earlier restore replaced. Extensions bring their own objects.
    private const string Foreign = """
        n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'before\_restore\_%'
        """;

    public const string Unknown = $"""
        SELECT what FROM (
          SELECT format('%I.%I', n.nspname, c.relname) AS what FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE {Foreign} AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            AND ((c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND n.nspname <> current_schema())
              OR ({Mine} AND (c.relkind IN ('p', 'm', 'f', 'c') OR c.relispartition OR EXISTS (SELECT 1 FROM pg_inherits i WHERE i.inhrelid = c.oid))))
          UNION ALL
          SELECT format('%I.%I: %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod)) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
          WHERE {Mine} AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND t.typnamespace <> 'pg_catalog'::regnamespace
          UNION ALL
          SELECT format('%I', t.typname) FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE {Mine} AND t.typtype IN ('e', 'd', 'r')
          UNION ALL
          SELECT format('%I', p.proname) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE {Mine} AND p.prokind NOT IN ('f', 'p')
        ) AS u ORDER BY what LIMIT 1
        """;

    // The catalogue writes the name of the schema into functions; here everything is named without it.
    public const string Functions = $"""
        SELECT 'CREATE OR REPLACE ' || CASE p.prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END
          || substr(pg_get_functiondef(p.oid), length('CREATE OR REPLACE ' || CASE p.prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END || quote_ident(n.nspname) || '.') + 1)
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE {Mine} AND p.prokind IN ('f', 'p') AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
        ORDER BY p.proname, pg_get_function_identity_arguments(p.oid)
        """;

    private const string IdentityOf = "EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'i')";

    public const string Sequences = $"""
        SELECT format('CREATE SEQUENCE %I AS %s START %s INCREMENT %s MINVALUE %s MAXVALUE %s CACHE %s%s', c.relname, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,
          CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END)
        FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE {Mine} AND NOT {IdentityOf} ORDER BY c.relname
        """;

    public const string Tables = $"""
        SELECT format('CREATE %sTABLE %I (%s)%s', CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END, c.relname,
          (SELECT coalesce(string_agg(format('%I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
              CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || (SELECT format('%I.%I', cn.nspname, co.collname) FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace WHERE co.oid = a.attcollation) ELSE '' END,
              CASE WHEN a.attidentity <> '' THEN (SELECT format(' GENERATED %s AS IDENTITY (START %s INCREMENT %s MINVALUE %s MAXVALUE %s CACHE %s)', CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache)
                    FROM pg_sequence s WHERE s.seqrelid = pg_get_serial_sequence(quote_ident(c.relname), a.attname)::regclass)
                WHEN a.attgenerated = 's' THEN format(' GENERATED ALWAYS AS (%s) STORED', pg_get_expr(f.adbin, f.adrelid))
                WHEN f.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(f.adbin, f.adrelid) ELSE '' END,
              CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END), ', ' ORDER BY a.attnum), '')
            FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
          CASE WHEN c.reloptions IS NULL THEN '' ELSE format(' WITH (%s)', array_to_string(c.reloptions, ', ')) END)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {Mine} AND c.relkind = 'r' ORDER BY c.relname
        """;

    public const string Columns = $"""
        SELECT c.relname::text, (SELECT coalesce(array_agg(a.attname::text ORDER BY a.attnum), ARRAY[]::text[]) FROM pg_attribute a
          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {Mine} AND c.relkind = 'r' ORDER BY c.relname
        """;

    public const string SequenceOwners = $"""
        SELECT format('ALTER SEQUENCE %I OWNED BY %I.%I', c.relname, o.relname, a.attname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'a' AND d.refobjsubid > 0
          JOIN pg_class o ON o.oid = d.refobjid JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum = d.refobjsubid
        WHERE {Mine} AND c.relkind = 'S' ORDER BY c.relname
        """;

    // Next numbers are read after the rows: a number may be left out, never given twice.
    public const string SequenceValues = $"""
        SELECT format('SELECT setval(%s, %s)', coalesce(
            (SELECT format('pg_get_serial_sequence(%L, %L)', quote_ident(o.relname), a.attname) FROM pg_depend d JOIN pg_class o ON o.oid = d.refobjid
              JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum = d.refobjsubid WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i'),
            quote_literal(quote_ident(c.relname))), v.last_value)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_sequences v ON v.schemaname = n.nspname AND v.sequencename = c.relname
        WHERE {Mine} AND c.relkind = 'S' AND v.last_value IS NOT NULL ORDER BY c.relname
        """;

    // Keys before foreign keys; whether a value may be missing stands with the column.
    public const string Constraints = $"""
        SELECT format('ALTER TABLE %I ADD CONSTRAINT %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid, true))
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE {Mine} AND c.relkind = 'r' AND k.contype IN ('p', 'u', 'c', 'x', 'f')
        ORDER BY CASE k.contype WHEN 'p' THEN 1 WHEN 'u' THEN 2 WHEN 'c' THEN 3 WHEN 'x' THEN 4 ELSE 5 END, c.relname, k.conname
        """;

    public const string Indexes = $"""
        SELECT pg_get_indexdef(i.indexrelid, 0, true) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE {Mine} AND i.indisvalid AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')) ORDER BY c.relname
        """;

    public const string Views = $"""
        SELECT format('CREATE VIEW %I%s AS %s', c.relname, CASE WHEN c.reloptions IS NULL THEN '' ELSE format(' WITH (%s)', array_to_string(c.reloptions, ', ')) END, rtrim(pg_get_viewdef(c.oid, true), ';'))
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {Mine} AND c.relkind = 'v' ORDER BY c.oid
        """;

    public const string Triggers = $"""
        SELECT pg_get_triggerdef(t.oid, true) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE {Mine} AND NOT t.tgisinternal ORDER BY c.relname, t.tgname
        """;

    private const string PolicyRoles = "(SELECT string_agg(CASE r WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r)) END, ', ') FROM unnest(p.polroles) AS r)";

    public const string Policies = $"""
        SELECT statement FROM (
          SELECT c.relname, '' AS name, 1 AS place, format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', c.relname) AS statement FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {Mine} AND c.relrowsecurity
          UNION ALL
          SELECT c.relname, '', 2, format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {Mine} AND c.relforcerowsecurity
          UNION ALL
          SELECT c.relname, p.polname, 3, format('CREATE POLICY %I ON %I AS %s FOR %s TO %s%s%s', p.polname, c.relname, CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
            CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END, {PolicyRoles},
            coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', ''), coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', ''))
          FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {Mine}
        ) AS s ORDER BY relname, place, name
        """;

    private const string Grantee = "CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(g.grantee)) END";
    private const string Option = "CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END";

    public const string Rights = $"""
        SELECT statement FROM (
          SELECT 1 AS place, format('GRANT USAGE ON SCHEMA %s TO %s', '{SchemaPlace}', {Grantee}) AS statement
          FROM pg_namespace n, aclexplode(n.nspacl) g WHERE {Mine} AND g.grantee NOT IN (0, n.nspowner) AND g.privilege_type = 'USAGE'
          UNION ALL
          SELECT 2, format('REVOKE ALL ON ROUTINE %I(%s) FROM PUBLIC', p.proname, pg_get_function_identity_arguments(p.oid)) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
          WHERE {Mine} AND p.proacl IS NOT NULL AND NOT EXISTS (SELECT 1 FROM aclexplode(p.proacl) g WHERE g.grantee = 0)
          UNION ALL
          SELECT 3, format('GRANT %s ON ROUTINE %I(%s) TO %s%s', g.privilege_type, p.proname, pg_get_function_identity_arguments(p.oid), {Grantee}, {Option})
          FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace, aclexplode(p.proacl) g WHERE {Mine} AND g.grantee NOT IN (0, p.proowner)
          UNION ALL
          SELECT 4, format('GRANT %s ON %s %I TO %s%s', g.privilege_type, CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.relname, {Grantee}, {Option})
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) g WHERE {Mine} AND c.relkind IN ('r', 'v', 'S') AND g.grantee <> c.relowner
          UNION ALL
          SELECT 5, format('GRANT %s (%I) ON TABLE %I TO %s%s', g.privilege_type, a.attname, c.relname, {Grantee}, {Option})
          FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(a.attacl) g WHERE {Mine} AND g.grantee <> c.relowner
        ) AS s ORDER BY place, statement
        """;

    /// <summary>Stands for the schema where a statement has to name it.</summary>
    public const string SchemaPlace = "@schema@";

    public const string Roles = $"""
        SELECT DISTINCT pg_get_userbyid(r)::text AS role FROM (
          SELECT unnest(p.polroles) AS r FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {Mine}
          UNION SELECT g.grantee FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) g WHERE {Mine} AND g.grantee <> c.relowner
          UNION SELECT g.grantee FROM pg_namespace n, aclexplode(n.nspacl) g WHERE {Mine} AND g.grantee <> n.nspowner AND g.privilege_type = 'USAGE'
          UNION SELECT g.grantee FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace, aclexplode(p.proacl) g WHERE {Mine} AND g.grantee <> p.proowner
          UNION SELECT g.grantee FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(a.attacl) g WHERE {Mine} AND g.grantee <> c.relowner
        ) AS roles WHERE r <> 0 ORDER BY role
        """;

    /// <summary>Tables whose rows this role would see filtered, because it does not own them.</summary>
    public const string Filtered = $"""
        SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE {Mine} AND c.relkind = 'r' AND row_security_active(c.oid) AND NOT pg_has_role(c.relowner, 'USAGE') ORDER BY c.relname LIMIT 1
        """;

    /// <summary>Everything a restore has to set aside, with the statement that does it.</summary>
    public const string MoveAside = $"""
        SELECT statement FROM (
          SELECT CASE c.relkind WHEN 'v' THEN 1 WHEN 'r' THEN 2 ELSE 3 END AS place, c.relname AS name,
            format('ALTER %s %I SET SCHEMA {SchemaPlace}', CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.relname) AS statement
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {Mine} AND c.relkind IN ('r', 'v', 'S')
            AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND (d.deptype = 'e' OR (c.relkind = 'S' AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0)))
          UNION ALL
          SELECT 4, p.proname, format('ALTER ROUTINE %I(%s) SET SCHEMA {SchemaPlace}', p.proname, pg_get_function_identity_arguments(p.oid))
          FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
          WHERE {Mine} AND p.prokind IN ('f', 'p') AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
        ) AS s ORDER BY place, name
        """;
}
