using System;
using Microsoft.EntityFrameworkCore.Migrations;
using ResilienceMonitor.Platform.Tenancy;

#nullable disable

namespace ResilienceMonitor.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Statements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "statements",
                columns: table => new
                {
                    body_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    row_version = table.Column<int>(type: "integer", nullable: false),
                    removed_at = table.Column<long>(type: "bigint", nullable: true),
                    content = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_statements", x => new { x.body_id, x.key });
                    table.ForeignKey(
                        name: "fk_statements_tenants_body_id",
                        column: x => x.body_id,
                        principalTable: "tenants",
                        principalColumn: "body_id",
                        onDelete: ReferentialAction.Cascade);
                });
            migrationBuilder.Wall("statements");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "statements");
        }
    }
}
