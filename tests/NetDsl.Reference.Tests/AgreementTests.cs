using NetDsl.Testing.RandomNetworks;

namespace NetDsl.Reference.Tests;

/// <summary>
/// The comparison over random networks notices engines that get one thing wrong.
/// </summary>
public class AgreementTests
{
    public static TheoryData<string> FaultNames => [.. WrongEngines.Names];

    [Fact]
    public void Equal_engines_agree() =>
        Agreement.Check(ReferenceVectors.Answering, ReferenceVectors.Answering, networks: 10, questions: 20, everyHop: true);

    [Theory]
    [MemberData(nameof(FaultNames))]
    public void A_wrong_engine_is_found(string fault)
    {
        var told = Assert.Throws<DisagreementException>(() => Agreement.Check(
            ReferenceVectors.Answering, topology => ReferenceVectors.Answering(WrongEngines.Seen(fault, topology)), networks: 400, questions: 60));

        Assert.Contains("Replay: NETDSL_SEED=", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_engine_that_prefers_another_way_to_the_same_place_is_found() =>
        Assert.Throws<DisagreementException>(() => Agreement.Check(
            ReferenceVectors.Answering,
            topology => ReferenceVectors.Answering(WrongEngines.WithVpnAlike(topology)),
            networks: 400,
            questions: 60,
            everyHop: true));

    [Fact]
    public void What_is_told_is_small_and_names_the_reason()
    {
        var told = Assert.Throws<DisagreementException>(() => Agreement.Check(
            ReferenceVectors.Answering,
            topology => ReferenceVectors.Answering(WrongEngines.Seen("network ACLs allow everything", topology)),
            networks: 50,
            questions: 60));

        Assert.Contains("SUBNET_ACL_RESTRICTION", told.Message, StringComparison.Ordinal);
        Assert.InRange(told.Message.Split('\n').Length, 1, 60);
    }

    [Fact]
    public void An_engine_that_throws_is_told_with_its_question() =>
        Assert.Contains(
            "throws System.InvalidOperationException: broken",
            Assert.Throws<DisagreementException>(() => Agreement.Check(
                ReferenceVectors.Answering, _ => _ => throw new InvalidOperationException("broken"), networks: 1, questions: 5)).Message,
            StringComparison.Ordinal);
}
