"""What each type of schema.org may say (https://schema.org/, 30.0), as far as a directory of places can use it.

A property that stands below a type may be used with that type and all that are a sort of it. A type that is not known
here has what everything has: its name, what it is, and where it stands on the web.
"""

from functools import cache

THING = "Thing"
KINDS_OF: dict[str, tuple[str, ...]] = {
    "Organization": (THING,),
    "Place": (THING,),
    "Event": (THING,),
    "CreativeWork": (THING,),
    "Service": (THING,),
    "EducationalOccupationalProgram": (THING,),
    "EventSeries": ("Event",),
    "Course": ("CreativeWork",),
    "CivicStructure": ("Place",),
    "LocalBusiness": ("Organization", "Place"),
    "EducationalOrganization": ("Organization", "CivicStructure"),
    **dict.fromkeys(
        ("Consortium", "Cooperative", "Corporation", "FundingScheme", "GovernmentOrganization", "LibrarySystem", "NGO",
         "OnlineBusiness", "PerformingGroup", "Project", "ResearchOrganization", "SportsOrganization", "WorkersUnion"),
        ("Organization",),
    ),
    **dict.fromkeys(
        ("ChildCare", "EmploymentAgency", "EntertainmentBusiness", "FinancialService", "FoodEstablishment",
         "HealthAndBeautyBusiness", "LegalService", "Library", "LodgingBusiness", "MedicalBusiness",
         "ProfessionalService", "RecyclingCenter", "SelfStorage", "SportsActivityLocation", "Store"),
        ("LocalBusiness",),
    ),
    **dict.fromkeys(("FoodService", "GovernmentService", "WebAPI"), ("Service",)),
    **dict.fromkeys(("CommunityCentre", "Museum", "Park", "PlaceOfWorship"), ("CivicStructure",)),
    **dict.fromkeys(
        ("BusinessEvent", "CourseInstance", "EducationEvent", "Festival", "SocialEvent", "SportsEvent"), ("Event",)
    ),
}  # fmt: skip
"""Type -> the types that it is a sort of."""

SAID: dict[str, frozenset[str]] = {
    type_: frozenset(properties.split())
    for type_, properties in {
        THING: "name alternateName description url sameAs image identifier",
        "Organization": """address areaServed award dissolutionDate email foundingDate keywords knowsAbout knowsLanguage
            legalName location logo parentOrganization slogan taxID telephone vatID""",
        "Place": """address amenityFeature geo hasMap isAccessibleForFree keywords logo maximumAttendeeCapacity
            openingHoursSpecification publicAccess slogan smokingAllowed telephone""",
        "LocalBusiness": "currenciesAccepted paymentAccepted priceRange",
        "EducationalOccupationalProgram": """applicationDeadline applicationStartDate endDate occupationalCategory
            programPrerequisites provider startDate timeToComplete""",
        "Event": """about audience endDate eventAttendanceMode eventSchedule eventStatus inLanguage isAccessibleForFree
            keywords location maximumAttendeeCapacity organizer startDate""",
        "CreativeWork": "audience inLanguage isAccessibleForFree keywords provider",
        "Service": "areaServed audience award logo provider serviceType slogan",
    }.items()
}
"""Type -> the properties that it adds to those of the types that it is a sort of."""


@cache
def sorts_of(type_: str) -> frozenset[str]:
    """A type, and every type that it is a sort of."""
    return frozenset({type_, THING}).union(*(sorts_of(each) for each in KINDS_OF.get(type_, ())))


@cache
def may_say(type_: str, name: str) -> bool:
    """Whether things of a type may have a property."""
    return any(name in SAID.get(each, ()) for each in sorts_of(type_))
