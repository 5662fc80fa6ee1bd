namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    const string Partner = "210987654321";
    static readonly string[] Actions = ["s3:GetObject", "s3:PutObject", "sqs:SendMessage", "S3:getobject"];
    static readonly string[] ActionPatterns = ["*", "s3:*", "s3:Get*", "s3:?etObject", "sqs:SendMessage", "s3:PutObject"];
    static readonly string[] Resources = ["arn:aws:s3:::logs/2026/a", "arn:aws:s3:::shop/a", "arn:aws:sqs:us-east-1:210987654321:orders"];
    static readonly string[] ResourcePatterns =
        ["*", "arn:aws:s3:::*", "arn:aws:s3:::logs/*", "arn:aws:s3:::*/?", "arn:aws:s3:::l*s/2*", "arn:aws:sqs:*:*:orders"];

    /// <summary>A request, or nothing.</summary>
    internal static ServiceRequest? DrawRequest(Dice dice) => dice.Chance(40) ? null : new ServiceRequest(dice.Pick(Actions), dice.Pick(Resources))
    {
        Account = dice.Chance(25) ? Partner : null,
    };

    /// <summary>Statements; one that allows what a deny covers is refused, so those that deny are about less than all.</summary>
    void DrawPolicy(EndpointPolicyBuilder policy)
    {
        for (var number = 0; number < (policyDice.Chance(70) ? 1 : 2); number++)
        {
            Narrow(policy.Allow($"Allow{number}", policyDice.Pick(ActionPatterns), policyDice.Pick(ResourcePatterns)));
        }

        if (policyDice.Chance(40))
        {
            // No pattern above is about these alone.
            Narrow(policy.Deny("Deny", policyDice.Pick(["s3:?utObject", "s3:GetObject", "s3:Get??ject"]), policyDice.Pick(["arn:aws:s3:::*/a", "arn:aws:s3:::?hop/*"])));
        }
    }

    void Narrow(PolicyStatementBuilder statement)
    {
        if (policyDice.Chance(30))
        {
            statement.Principal(policyDice.Pick(accounts));
        }
    }
}
