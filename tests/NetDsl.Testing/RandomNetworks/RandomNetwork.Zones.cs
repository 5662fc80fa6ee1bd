namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    /// <summary>Names of zones are an account's own: half of the other accounts have the first two the other way round.</summary>
    void DrawZones(AccountBuilder account)
    {
        if (associationDice.Chance(50))
        {
            swapped.Add(account);
            account.Zone("us-east-1a", "use1-az2").Zone("us-east-1b", "use1-az1").Zone("eu-west-1a", "euw1-az2");
        }
    }

    /// <summary>The letter that the default account has for a zone of another.</summary>
    string CommonZone(VpcBuilder vpc, string letter) => !swapped.Contains(vpc.Account) ? letter : letter switch
    {
        "a" => "b",
        "b" => "a",
        _ => letter,
    };
}
