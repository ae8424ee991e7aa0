/** Harmless words in English that nobody takes for one another over the phone. */
export const words = `
acorn airship almond amber anchor antelope apple apricot april arrow artist aspen autumn avocado badger bagel bakery
balcony balloon bamboo banana barley barn basil basket beach beaver beetle bicycle birch biscuit blanket blossom
blueberry bonfire bookshelf bottle bracelet branch bread breeze bridge broccoli brook bubble bucket buffalo butter
button cabbage cactus camel camera candle canoe canyon caramel caravan cardigan carpet carrot castle cedar celery
cello chalk cherry chess chestnut chimney chocolate cinnamon citrus clarinet clover coconut coffee comet compass
copper coral cottage cotton crane crayon cricket crocus crystal cucumber cupboard curtain cushion cymbal daffodil
daisy dolphin domino donkey dragonfly drizzle drum eagle easel elephant elm emerald engine falcon feather fennel fern
fiddle finch firefly flagpole flamingo flannel flute forest fountain fox freckle frost galaxy garden garlic gazelle
geyser ginger giraffe glacier globe goldfish gondola goose granite grape guitar hammer hammock harbour harp harvest
hazelnut hedgehog heron hickory holiday honey horizon hummingbird iceberg igloo island ivory ivy jacket jasmine jelly
jigsaw juniper kayak kestrel kettle keyboard kingfisher kitchen kite kiwi koala ladder ladybird lagoon lamp lantern
lavender leaf lemon lettuce library lighthouse lilac lime linen lion lizard lobster locket lullaby magnet magnolia
mango maple marble marigold meadow melon meteor midnight mint mitten monsoon moonlight mosaic moss muffin mulberry
mushroom mustard napkin narwhal nectarine needle nightingale notebook nutmeg oak oasis oatmeal ocean octopus olive
onion orange orchard orchid origami osprey otter owl oyster paddle paintbrush palace pancake panda papaya paprika
parade parsley pasture peacock peanut pear pebble pelican pencil penguin pepper piano picnic pigeon pillow pineapple
planet plum polka poppy porcupine porridge potato prairie pretzel prism pumpkin puzzle pyramid quartz quilt rabbit
radish railway rainbow raisin raspberry ribbon river robin rosemary rowan rowing ruby saffron sailboat salmon sandal
sapphire saxophone scarf seagull seashell seaweed sequoia shamrock sherbet shoelace silver skylark sledge snowflake
sparrow spinach spruce squirrel starfish strawberry summer sunflower sunrise swallow swan tambourine tangerine teapot
telescope thimble thunder thyme toast tomato topaz tortoise toucan tractor treasure trumpet tulip tundra turnip
turquoise twilight umbrella valley vanilla velvet village violet violin waffle walnut walrus waterfall watermelon
whale whistle windmill winter wombat yacht yoghurt zebra
`;
