using System.Globalization;

namespace NetDsl.Runtime.FlowLogs;

/// <summary>The folders of a bucket .</summary>
internal static class FlowLogKeys
{
    /// <summary>The folder of all logs of an account, with a slash at its end.</summary>
    public static string FolderOf(string account, bool isHiveCompatible) => isHiveCompatible ? $"AWSLogs/aws-account-id={account}/" : $"AWSLogs/{account}/";

    /// <summary>The folder of a moment, with a slash at its end. Logs of transit gateways lie beside those of VPCs.</summary>
    public static string Folder(FlowLog log, DateTimeOffset begin, FlowLogOptions options)
    {
        var all = FolderOf(log.Account, options.IsHiveCompatible);
        var hour = options.IsHourly ? begin.ToString(options.IsHiveCompatible ? "'hour='HH'/'" : "HH'/'", CultureInfo.InvariantCulture) : "";
        return options.IsHiveCompatible
            ? string.Create(CultureInfo.InvariantCulture, $"{all}aws-service=vpcflowlogs/aws-region={log.Region}/year={begin:yyyy}/month={begin:MM}/day={begin:dd}/{hour}")
            : string.Create(CultureInfo.InvariantCulture, $"{all}vpcflowlogs/{log.Region}/{begin:yyyy}/{begin:MM}/{begin:dd}/{hour}");
    }

    /// <exception cref="ArgumentException">The name could lead out of the folder.</exception>
    public static void RefuseAsPath(string name, string what)
    {
        if (name.Length == 0 || !name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
        {
            throw new ArgumentException(
                $"{what} '{name}' cannot name a folder of flow logs; it may have letters, digits and dashes only.", nameof(name));
        }
    }
}
