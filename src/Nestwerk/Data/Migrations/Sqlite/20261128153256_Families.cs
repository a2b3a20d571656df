using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Nestwerk.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Families : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Classes",
                table: "Audit",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "OfFamily",
                table: "Audit",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BrokenGlasses",
                columns: table => new
                {
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReviewedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReviewedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Why = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BrokenGlasses", x => new { x.FamilyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "CareNotes",
                columns: table => new
                {
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToldBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ShownAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareNotes", x => new { x.FamilyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "CareTeams",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareTeams", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CareTeams_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GivenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Recipient = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    RecipientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    TextVersion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => new { x.FamilyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ContactChannels",
                columns: table => new
                {
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToldBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ShownAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    NoMessagesSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfirmedHow = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    ConfirmedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    StoppedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WrongAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SafeTimes = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Value = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Via = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactChannels", x => new { x.FamilyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Exclusions",
                columns: table => new
                {
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExcludedId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exclusions", x => new { x.FamilyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "FamilyFiles",
                columns: table => new
                {
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToldBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ShownAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WholeSince = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FamilyFiles", x => new { x.FamilyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "FamilyKeys",
                columns: table => new
                {
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ControllerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Wrapped = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FamilyKeys", x => x.FamilyId);
                    table.ForeignKey(
                        name: "FK_FamilyKeys_Organisations_ControllerId",
                        column: x => x.ControllerId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FamilyLookups",
                columns: table => new
                {
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FamilyLookups", x => new { x.FamilyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "FamilyMembers",
                columns: table => new
                {
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToldBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ShownAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Kin = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    KeeperId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Day = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Name = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FamilyMembers", x => new { x.FamilyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "FamilyMoves",
                columns: table => new
                {
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherFamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FamilyMoves", x => new { x.FamilyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "HouseSecrets",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HouseSecrets", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "PracticalNeeds",
                columns: table => new
                {
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToldBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ShownAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PracticalNeeds", x => new { x.FamilyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Protections",
                columns: table => new
                {
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlacedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Alias = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CodeWord = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Protections", x => new { x.FamilyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Quiets",
                columns: table => new
                {
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReopenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReopenedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Words = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Quiets", x => new { x.FamilyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Relations",
                columns: table => new
                {
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Holder = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    BasisId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Classes = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Relations", x => new { x.FamilyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Restrictions",
                columns: table => new
                {
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PlacedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Restrictions", x => new { x.FamilyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "SensitiveNotes",
                columns: table => new
                {
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToldBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ShownAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SensitiveNotes", x => new { x.FamilyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "StoryParagraphs",
                columns: table => new
                {
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToldBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ShownAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoryParagraphs", x => new { x.FamilyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Tombstones",
                columns: table => new
                {
                    FamilyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tombstones", x => new { x.FamilyId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "CareTeamMemberships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareTeamMemberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CareTeamMemberships_CareTeams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "CareTeams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CareTeamMemberships_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_OfFamily_At",
                table: "Audit",
                columns: new[] { "OfFamily", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_BrokenGlasses_PersonId",
                table: "BrokenGlasses",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_CareTeamMemberships_PersonId",
                table: "CareTeamMemberships",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_CareTeamMemberships_TeamId",
                table: "CareTeamMemberships",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_CareTeams_OrganisationId",
                table: "CareTeams",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_FamilyKeys_ControllerId",
                table: "FamilyKeys",
                column: "ControllerId");

            migrationBuilder.CreateIndex(
                name: "IX_FamilyLookups_Hash",
                table: "FamilyLookups",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_Relations_HolderId",
                table: "Relations",
                column: "HolderId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BrokenGlasses");

            migrationBuilder.DropTable(
                name: "CareNotes");

            migrationBuilder.DropTable(
                name: "CareTeamMemberships");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "ContactChannels");

            migrationBuilder.DropTable(
                name: "Exclusions");

            migrationBuilder.DropTable(
                name: "FamilyFiles");

            migrationBuilder.DropTable(
                name: "FamilyKeys");

            migrationBuilder.DropTable(
                name: "FamilyLookups");

            migrationBuilder.DropTable(
                name: "FamilyMembers");

            migrationBuilder.DropTable(
                name: "FamilyMoves");

            migrationBuilder.DropTable(
                name: "HouseSecrets");

            migrationBuilder.DropTable(
                name: "PracticalNeeds");

            migrationBuilder.DropTable(
                name: "Protections");

            migrationBuilder.DropTable(
                name: "Quiets");

            migrationBuilder.DropTable(
                name: "Relations");

            migrationBuilder.DropTable(
                name: "Restrictions");

            migrationBuilder.DropTable(
                name: "SensitiveNotes");

            migrationBuilder.DropTable(
                name: "StoryParagraphs");

            migrationBuilder.DropTable(
                name: "Tombstones");

            migrationBuilder.DropTable(
                name: "CareTeams");

            migrationBuilder.DropIndex(
                name: "IX_Audit_OfFamily_At",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "Classes",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "OfFamily",
                table: "Audit");
        }
    }
}
