using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Accounts and sessions belong to the installation; memberships, invitations and tokens to a body.</summary>
internal sealed class IdentityMapping : IMapping
{
    private const int SecretLength = 64;

    public void Map(ModelBuilder model, AppDb db)
    {
        Accounts(model);
        model.Entity<Session>(e =>
        {
            e.ToTable("sessions");
            e.HasKey(s => s.Id);
            e.Property(s => s.Id).HasMaxLength(SecretLength);
            e.Property(s => s.Method).HasMaxLength(Limits.KeyLength);
            e.Property(s => s.Device).HasMaxLength(Limits.NameLength);
            e.HasIndex(s => s.UserId);
            e.HasOne<User>().WithMany().HasForeignKey(s => s.UserId);
        });
        model.Entity<ProtectionKey>(e => { e.ToTable("protection_keys"); e.HasKey(k => k.Id); e.HasIndex(k => k.Name).IsUnique(); e.Property(k => k.Name).HasMaxLength(Limits.NameLength); });
        OfBodies(model, db);
    }

    private static void Accounts(ModelBuilder model)
    {
        model.Entity<User>(e =>
        {
            e.ToTable("users");
            e.HasKey(u => u.Id);
            e.HasIndex(u => u.NormalizedUserName).IsUnique();
            e.Property(u => u.UserName).HasMaxLength(Limits.NameLength);
            e.Property(u => u.NormalizedUserName).HasMaxLength(Limits.NameLength);
            e.Property(u => u.Email).HasMaxLength(Limits.NameLength);
            e.Property(u => u.NormalizedEmail).HasMaxLength(Limits.NameLength);
            e.Property(u => u.DisplayName).HasMaxLength(Limits.NameLength);
            e.Property(u => u.ConcurrencyStamp).IsConcurrencyToken();
            e.Property(u => u.LockoutEnd).HasConversion<DateTimeOffsetToBinaryConverter>();
        });
        model.Entity<IdentityUserClaim<Guid>>(e => { e.ToTable("user_claims"); e.HasKey(c => c.Id); e.HasOne<User>().WithMany().HasForeignKey(c => c.UserId); });
        model.Entity<IdentityUserLogin<Guid>>(e => { e.ToTable("user_logins"); e.HasKey(l => new { l.LoginProvider, l.ProviderKey }); e.HasOne<User>().WithMany().HasForeignKey(l => l.UserId); });
        model.Entity<IdentityUserToken<Guid>>(e => { e.ToTable("user_tokens"); e.HasKey(t => new { t.UserId, t.LoginProvider, t.Name }); e.HasOne<User>().WithMany().HasForeignKey(t => t.UserId); });
        model.Entity<IdentityUserPasskey<Guid>>(e =>
        {
            e.ToTable("user_passkeys");
            e.HasKey(p => p.CredentialId);
            e.Property(p => p.CredentialId).HasMaxLength(1024);
            e.HasOne<User>().WithMany().HasForeignKey(p => p.UserId);
            e.Property(p => p.Data).HasConversion(d => JsonSerializer.Serialize(d, JsonSerializerOptions.Web), s => JsonSerializer.Deserialize<IdentityPasskeyData>(s, JsonSerializerOptions.Web)!);
        });
    }

    private static void OfBodies(ModelBuilder model, AppDb db)
    {
        model.Entity<Member>(e =>
        {
            e.ToTable("members");
            e.HasKey(m => new { m.BodyId, m.UserId });
            e.HasIndex(m => m.UserId);
            e.Property(m => m.RowVersion).IsConcurrencyToken();
            RolesAsText(e.Property(m => m.Roles));
            db.MapTenant(e, user: m => m.UserId);
        });
        model.Entity<Invitation>(e =>
        {
            e.ToTable("invitations");
            e.HasKey(i => new { i.BodyId, i.Id });
            e.Property(i => i.SecretHash).HasMaxLength(SecretLength);
            e.Property(i => i.Note).HasMaxLength(Limits.NameLength);
            e.Property(i => i.UsedAt).IsConcurrencyToken();
            RolesAsText(e.Property(i => i.Roles));
            db.MapTenant(e);
        });
        model.Entity<ApiToken>(e =>
        {
            e.ToTable("api_tokens");
            e.HasKey(t => new { t.BodyId, t.Id });
            e.Property(t => t.Name).HasMaxLength(Limits.NameLength);
            e.Property(t => t.SecretHash).HasMaxLength(SecretLength);
            db.MapTenant(e);
        });
    }

    private static void RolesAsText(PropertyBuilder<IReadOnlyList<Role>> roles) => roles.HasMaxLength(Limits.NameLength).HasConversion(
        r => string.Join(' ', r),
        s => s.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>).ToList(),
        new ValueComparer<IReadOnlyList<Role>>((a, b) => a!.SequenceEqual(b!), r => r.Aggregate(0, HashCode.Combine), r => r.ToList()));
}
