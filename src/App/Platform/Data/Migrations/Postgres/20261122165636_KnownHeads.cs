using System;
using Microsoft.EntityFrameworkCore.Migrations;
using ResilienceMonitor.Platform.Tenancy;

#nullable disable

namespace ResilienceMonitor.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KnownHeads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "known_heads",
                columns: table => new
                {
                    body_id = table.Column<Guid>(type: "uuid", nullable: false),
                    table = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    head = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    column = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_heads", x => new { x.body_id, x.table, x.head });
                    table.ForeignKey(
                        name: "fk_known_heads_tenants_body_id",
                        column: x => x.body_id,
                        principalTable: "tenants",
                        principalColumn: "body_id",
                        onDelete: ReferentialAction.Cascade);
                });
            migrationBuilder.Wall("known_heads");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "known_heads");
        }
    }
}
