using Microsoft.EntityFrameworkCore.Migrations;

namespace ResilienceMonitor.Platform.Jobs;

/// <summary>
/// The tables of Quartz 4.7, as its own scripts for both databases make them, without those of its execution history, which is not used. They hold
/// names, times and ids and nothing a body knows, so they belong to no body and no wall stands around them.
/// </summary>
internal static class QuartzTables
{
    public static void Create(MigrationBuilder migration, bool postgres)
    {
        Table(migration, postgres, "job_details", "job_name, job_group", """
            job_name:t! job_group:t! description:t job_class_name:t! is_durable:b! is_nonconcurrent:b! is_update_data:b!
            requests_recovery:b! job_data:x
            """);
        Table(migration, postgres, "triggers", "trigger_name, trigger_group", """
            trigger_name:t! trigger_group:t! job_name:t! job_group:t! description:t next_fire_time:l prev_fire_time:l priority:i
            trigger_state:t! trigger_type:t! start_time:l! end_time:l calendar_name:t misfire_instr:i misfire_orig_fire_time:l
            execution_group:t preferred_node:t preferred_node_auto:b! retry_policy:t retry_attempt:i continues_trigger_name:t
            continues_trigger_group:t continuation_condition:i overlap_policy:i pause_reason:t paused_by:t paused_at:l
            misfire_threshold:l fixed_delay:b job_data:x
            """, parent: "job_details");
        Table(migration, postgres, "simple_triggers", "trigger_name, trigger_group", """
            trigger_name:t! trigger_group:t! repeat_count:l! repeat_interval:l! times_triggered:l!
            """, parent: "triggers");
        Table(migration, postgres, "cron_triggers", "trigger_name, trigger_group", """
            trigger_name:t! trigger_group:t! cron_expression:t! time_zone_id:t
            """, parent: "triggers");
        Table(migration, postgres, "simprop_triggers", "trigger_name, trigger_group", """
            trigger_name:t! trigger_group:t! str_prop_1:t str_prop_2:t str_prop_3:t int_prop_1:i int_prop_2:i long_prop_1:l
            long_prop_2:l dec_prop_1:n dec_prop_2:n bool_prop_1:b bool_prop_2:b time_zone_id:t
            """, parent: "triggers");
        Table(migration, postgres, "blob_triggers", "trigger_name, trigger_group", """
            trigger_name:t! trigger_group:t! blob_data:x
            """, parent: "triggers");
        Table(migration, postgres, "calendars", "calendar_name", """
            calendar_name:t! calendar:x!
            """);
        Table(migration, postgres, "paused_trigger_grps", "trigger_group", """
            trigger_group:t! pause_reason:t paused_by:t paused_at:l
            """);
        Table(migration, postgres, "paused_job_grps", "job_group", """
            job_group:t! pause_reason:t paused_by:t paused_at:l
            """);
        Table(migration, postgres, "fired_triggers", "entry_id", """
            entry_id:t! trigger_name:t! trigger_group:t! instance_name:t! fired_time:l! sched_time:l! priority:i! state:t!
            job_name:t job_group:t is_nonconcurrent:b! requests_recovery:b execution_group:t progress:i progress_message:t
            interrupt_requested_time:l
            """);
        Table(migration, postgres, "scheduler_state", "instance_name", """
            instance_name:t! last_checkin_time:l! checkin_interval:l! quartz_version:t
            """);
        Table(migration, postgres, "locks", "lock_name", """
            lock_name:t!
            """);
        Index(migration, "j_g_n", "job_details (sched_name, job_group, job_name)");
        Index(migration, "t_j", "triggers (sched_name, job_name, job_group)");
        Index(migration, "t_g_n", "triggers (sched_name, trigger_group, trigger_name)");
        Index(migration, "t_c", "triggers (sched_name, calendar_name)");
        Index(migration, "t_nft_st", "triggers (sched_name, trigger_state, next_fire_time ASC, priority DESC, misfire_instr)");
        Index(migration, "ft_inst_job_req_rcvry", "fired_triggers (sched_name, instance_name, requests_recovery)");
        Index(migration, "ft_j_g", "fired_triggers (sched_name, job_name, job_group)");
        Index(migration, "ft_t_g", "fired_triggers (sched_name, trigger_name, trigger_group)");
    }

    public static void Drop(MigrationBuilder migration)
    {
        foreach (var table in (string[])["fired_triggers", "paused_trigger_grps", "paused_job_grps", "scheduler_state", "locks", "simprop_triggers", "simple_triggers", "cron_triggers", "blob_triggers", "triggers", "job_details", "calendars"])
            migration.Sql($"DROP TABLE {QuartzStore.TablePrefix}{table};");
    }

    // A column is name:type, with ! when it is never empty.
    private static void Table(MigrationBuilder migration, bool postgres, string name, string key, string columns, string? parent = null)
    {
        var reference = parent switch
        {
            "job_details" => $", FOREIGN KEY (sched_name, job_name, job_group) REFERENCES {QuartzStore.TablePrefix}job_details (sched_name, job_name, job_group)",
            "triggers" => $", FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES {QuartzStore.TablePrefix}triggers (sched_name, trigger_name, trigger_group) ON DELETE CASCADE",
            _ => "",
        };
        var definitions = columns.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(c => Column(c, postgres));
        migration.Sql($"CREATE TABLE {QuartzStore.TablePrefix}{name} (sched_name text NOT NULL, {string.Join(", ", definitions)}, PRIMARY KEY (sched_name, {key}){reference});");
    }

    private static string Column(string column, bool postgres)
    {
        var (name, type) = (column.Split(':')[0], column.Split(':')[1]);
        var sql = type[0] switch
        {
            't' => "text",
            'i' => "integer",
            'l' => "bigint",
            'n' => "numeric",
            'b' => postgres ? "boolean" : "bit",
            'x' => postgres ? "bytea" : "blob",
            _ => throw new InvalidOperationException($"No type {type}."),
        };
        return $"{name} {sql}{(type.EndsWith('!') ? " NOT NULL" : "")}{(name == "preferred_node_auto" ? $" DEFAULT {(postgres ? "false" : "0")}" : "")}";
    }

    private static void Index(MigrationBuilder migration, string name, string on) =>
        migration.Sql($"CREATE INDEX idx_{QuartzStore.TablePrefix}{name} ON {QuartzStore.TablePrefix}{on};");
}
