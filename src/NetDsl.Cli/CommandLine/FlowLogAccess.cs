using NetDsl.Runtime.FlowLogs;

namespace NetDsl.Cli.CommandLine;

/// <summary>Reads what lets flow logs be written: a role or a policy of a bucket, as names and values apart by commas.</summary>
internal static class FlowLogAccess
{
    private const string None = "none";
    private const string Allows = "allows";

    /// <summary>A role; nothing for none.</summary>
    public static FlowLogRole? Role(string option, string text)
    {
        const string Account = "account";
        const string Trusts = "trusts";
        if (text == None)
        {
            return null;
        }

        var role = new FlowLogRole();
        var values = Values(option, text, Account, Trusts, Allows);
        return role with
        {
            Account = One(option, Account, values),
            TrustedService = One(option, Trusts, values) ?? role.TrustedService,
            Actions = values.Contains(Allows) ? [.. values[Allows]] : role.Actions,
        };
    }

    /// <summary>A policy of a bucket; nothing for none.</summary>
    public static FlowLogBucketPolicy? Policy(string option, string text)
    {
        const string Service = "service";
        const string Objects = "objects";
        if (text == None)
        {
            return null;
        }

        var policy = new FlowLogBucketPolicy();
        var values = Values(option, text, Service, Allows, Objects);
        return policy with
        {
            AllowedService = One(option, Service, values) ?? policy.AllowedService,
            Actions = values.Contains(Allows) ? [.. values[Allows]] : policy.Actions,
            Objects = One(option, Objects, values) ?? policy.Objects,
        };
    }

    private static ILookup<string, string> Values(string option, string text, params string[] names) => text.Split(',').Select(part =>
        part.Split('=', 2) is [var name, { Length: > 0 } value] && names.Contains(name)
            ? (Name: name, Value: value)
            : throw new CommandException($"{option}: '{Printable.Text(part)}' is not one of {string.Join(", ", names.Select(each => $"{each}=…"))}; write those that differ from what is needed apart by commas, or {None}"))
        .ToLookup(each => each.Name, each => each.Value);

    private static string? One(string option, string name, ILookup<string, string> values) => values[name].Count() <= 1
        ? values[name].FirstOrDefault()
        : throw new CommandException($"{option}: {name} is there {values[name].Count()} times; write it once");
}
